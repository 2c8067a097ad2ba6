/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.comparison.SchemaModel;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code revision --autogenerate}, {@code drift --adopt} and {@code check}, typed in a project whose schema is a script. */
@DatabaseTest
class GeneratingCommandsIntegrationTests {

    private static final String FIRST = "CREATE TABLE orders (id int PRIMARY KEY, qty int)";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path project;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                folder().resolve("001_orders.sql"), "-- Upgrade\n" + FIRST + ";\n-- Downgrade\nDROP TABLE orders;");
    }

    private Path folder() {
        return project.resolve("src/main/resources/db/migrations");
    }

    private String written(String slug) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            Path file = files.filter(path -> path.getFileName().toString().contains(slug))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    private int run(TestDatabase database, @Nullable String model, String typed, String... arguments) {
        out.reset();
        err.reset();
        var terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                !typed.isEmpty());
        Invocation invocation = Invocation.parse(List.of(arguments), terminal);
        return invocation.answered().orElseGet(() -> invocation.run(new InProject(database, folder(), model)));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheModelHasIsWrittenAndAskedFor(TestDatabase database) throws IOException {
        String model =
                "CREATE TABLE orders (id int PRIMARY KEY, quantity int); CREATE INDEX by_quantity ON orders (quantity)";

        assertThat(run(database, model, "", "check", "--json")).isEqualTo(ExitCode.FOUND);
        assertThat(out()).contains("the schema of the script", "by_quantity");

        assertThat(run(database, model, "y\n", "revision", "--autogenerate", "-m", "by quantity"))
                .as(err())
                .isZero();
        assertThat(err()).contains("Was the column 'qty' of 'public.orders' renamed to 'quantity'? [y/N]");
        assertThat(written("by_quantity"))
                .contains("-- Revises: 001", "RENAME COLUMN qty TO quantity;", "CREATE INDEX by_quantity");

        assertThat(run(database, model, "", "revision", "--autogenerate", "-m", "again"))
                .isZero();
        assertThat(out()).startsWith("Nothing to write: the migrations produce the schema of the script.");
        run(database, model, "", "upgrade", "head");
        assertThat(run(database, model, "", "check")).as(out()).isZero();
    }

    @Test
    void aRenameIsSaidAsAnOptionOrRefused(TestDatabase database) throws IOException {
        String model = "CREATE TABLE orders (id int PRIMARY KEY, quantity int)";

        assertThat(run(database, model, "", "revision", "--autogenerate", "-m", "x", "--rename", "orders.qt=quantity"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("The migrations make nothing called 'orders.qt'");
        assertThat(run(database, model, "", "revision", "-m", "x", "--rename", "orders.qty=quantity"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(database, model, "", "revision", "--autogenerate", "-m", "x", "--rename", "orders.qty"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("'orders.qty' is no OLD=NEW");

        assertThat(run(
                        database,
                        model,
                        "",
                        "revision",
                        "--autogenerate",
                        "-m",
                        "quantity",
                        "--java",
                        "--package",
                        "db.migrations",
                        "--rename",
                        "orders.qty=quantity"))
                .as(err())
                .isZero();
        assertThat(Files.readString(project.resolve("src/main/java/db/migrations/Quantity.java")))
                .contains("op.renameColumn(\"public.orders\", \"qty\", \"quantity\");");
    }

    @Test
    void aTableIsRenamedAskedForOrSaidAlsoWithItsColumnsAndNewValuesOfEnums(TestDatabase database) throws IOException {
        Files.writeString(folder().resolve("001_orders.sql"), """
                -- Upgrade
                CREATE TYPE st AS ENUM ('new', 'paid');
                CREATE TABLE orders (id bigint PRIMARY KEY, qty integer NOT NULL, state st NOT NULL DEFAULT 'new');
                -- Downgrade
                DROP TABLE orders;
                DROP TYPE st;
                """);
        String asked = """
                CREATE TYPE st AS ENUM ('new', 'paid');
                CREATE TABLE purchases (id bigint PRIMARY KEY, qty integer NOT NULL, state st NOT NULL DEFAULT 'new')""";
        assertThat(run(database, asked, "y\n", "revision", "--autogenerate", "-m", "asked"))
                .as(err())
                .isZero();
        assertThat(err()).contains("Was the table 'public.orders' renamed to 'purchases'? [y/N]");
        assertThat(written("asked"))
                .contains("ALTER TABLE public.orders RENAME TO purchases;")
                .doesNotContain("DROP TABLE", "CREATE TABLE");
        Files.delete(written().findFirst().orElseThrow());

        String said = """
                CREATE TYPE st AS ENUM ('new', 'packed', 'paid');
                CREATE TABLE purchases (id bigint PRIMARY KEY, amount integer NOT NULL,
                    state st NOT NULL DEFAULT 'packed')""";
        assertThat(run(
                        database,
                        said,
                        "",
                        "revision",
                        "--autogenerate",
                        "-m",
                        "said",
                        "--rename",
                        "orders=purchases",
                        "--rename",
                        "orders.qty=amount"))
                .as(err())
                .isZero();
        assertThat(run(database, said, "", "revision", "--autogenerate", "-m", "again"))
                .as(err())
                .isZero();
        assertThat(out()).startsWith("Nothing to write");
        assertThat(run(database, said, "", "verify")).as(out()).isZero();
    }

    private Stream<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(path -> path.getFileName().toString().contains("asked")).toList().stream();
        }
    }

    @Test
    void withoutAModelTheCommandSaysWhatToDo(TestDatabase database) {
        assertThat(run(database, null, "", "revision", "--autogenerate", "-m", "x"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("'migrations.model.schema'");
    }

    @Test
    void whatWasDoneByHandIsMadeOfficial(TestDatabase database) throws IOException {
        assertThat(run(database, null, "", "drift", "--adopt", "-m", "x")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("'001' is pending");

        run(database, null, "", "upgrade", "head");
        database.execute("CREATE INDEX by_hand ON orders (qty)");
        assertThat(run(database, null, "", "drift")).isEqualTo(ExitCode.FOUND);
        assertThat(run(database, null, "", "drift", "--adopt", "-m", "index by hand", "--rev-id", "002"))
                .as(err())
                .isZero();
        assertThat(written("index_by_hand")).contains("CREATE INDEX by_hand ON public.orders (qty);");
        assertThat(out())
                .contains("record it here with", "migrations stamp 002", "Elsewhere 'migrations upgrade head'");

        run(database, null, "", "stamp", "002", "--yes");
        assertThat(run(database, null, "", "drift")).as(out()).isZero();
    }

    @Test
    void whatAnotherBuildDidIsNotMadeOfficial(TestDatabase database) throws IOException {
        Files.writeString(folder().resolve("002_desk.sql"), "ALTER TABLE orders ADD COLUMN desk text;");
        run(database, null, "", "upgrade", "head");
        Files.delete(folder().resolve("002_desk.sql"));

        assertThat(run(database, null, "", "drift", "--adopt", "-m", "x")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("The database has revisions that this build does not: '002'.");
    }

    @Test
    void aModelThatFailsSaysWhere(TestDatabase database) {
        String model = "CREATE TABLE orders (\n    id int PRIMARY KEY,\n    qty integr\n)";

        assertThat(run(database, model, "", "check")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("at the script:3:9: type \"integr\" does not exist.", """
                    qty integr
                        ^
                """.indent(4)
                .stripTrailing());
    }

    private record InProject(
            TestDatabase database, Path folder, @Nullable String text) implements Application {

        @Override
        public Migrator migrator() {
            var loader =
                    new ScriptLoader(List.of("file:" + folder), InProject.class.getClassLoader(), Placeholders.none());
            return new Migrator(database.dataSource(), loader, MigratorSettings.defaults(), Clock.systemUTC());
        }

        @Override
        public AuthoringSettings authoring() {
            return new AuthoringSettings(
                    folder.getParent().getParent().getParent().getParent().getParent(),
                    List.of("classpath:db/migrations"),
                    null,
                    AuthoringSettings.DEFAULT_FILE_NAME,
                    ClassLoader.getPlatformClassLoader(),
                    JavaRevisions.none(),
                    List.of("db.migrations"));
        }

        @Override
        public List<String> targets() {
            return List.of("head");
        }

        @Override
        public Optional<SchemaModel> model() {
            return Optional.ofNullable(text).map(sql -> SchemaModel.of("the script", true, List.of(sql)));
        }

        @Override
        public ScratchSource scratch() {
            return ScratchSource.beside(database.url(), database.username(), database.password());
        }

        @Override
        public String json(Object tree) {
            return tree.toString();
        }

        @Override
        public Diagnosis diagnose(Throwable fault) {
            return new Diagnosis(String.valueOf(fault.getMessage()), "");
        }
    }
}
