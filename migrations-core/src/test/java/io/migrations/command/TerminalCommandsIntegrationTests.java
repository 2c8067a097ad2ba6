/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with a person at the terminal: questions, and a bar instead of lines. */
@DatabaseTest
class TerminalCommandsIntegrationTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DataSource dataSource;
    private Migrator migrator;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("001_orders.sql"), "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;");
        Files.writeString(
                folder.resolve("002_index.sql"), "CREATE INDEX i ON orders (id);\n-- Downgrade\nDROP INDEX i;");
        dataSource = database.dataSource();
        migrator = migrator(folder);
    }

    private Migrator migrator(Path folder) {
        return new Migrator(
                dataSource,
                new ScriptLoader(List.of("file:" + folder), getClass().getClassLoader(), Placeholders.none()),
                MigratorSettings.defaults(),
                Clock.systemUTC());
    }

    @Test
    void aBarShowsHowFarARunIs() {
        assertThat(run("", "upgrade")).isZero();

        assertThat(text(err)).contains("Upgrading").doesNotContain("Applying");
        assertThat(text(out)).contains("Applied 001 orders", "The database is at 002.");
    }

    @Test
    void aDowngradeThatLosesNothingAsksNothing() {
        migrator.upgrade("head");

        assertThat(run("", "downgrade", "-1")).isZero();
        assertThat(text(err)).doesNotContain("[y/N]");
    }

    @Test
    void aDowngradeThatLosesDataAsksAndANoIsRespected(TestDatabase database) {
        migrator.upgrade("head");

        assertThat(run("\n", "downgrade", "base")).isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).contains("001: DROP TABLE orders", "Downgrade? [y/N]", "Nothing was done.");
        assertThat(database.tables()).contains("orders");

        assertThat(run("", "downgrade", "base")).isEqualTo(ExitCode.FAILED);
        assertThat(run("y\n", "downgrade", "base")).isZero();
        assertThat(database.tables()).doesNotContain("orders");
    }

    @Test
    void aStampThatForgetsTheOtherSideOfAMergeAsks(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.sql"), "-- Revises:\nSELECT 1;");
        Files.writeString(folder.resolve("b.sql"), "-- Revises:\nSELECT 1;");
        Files.writeString(folder.resolve("m.sql"), "-- Revises: a, b\nSELECT 1;");
        migrator = migrator(folder);
        migrator.upgrade("head");

        assertThat(run("\n", "stamp", "a")).isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).contains("Forget also b, which an upgrade would run again? [y/N]");
        assertThat(migrator.planUpgrade("head").steps()).isEmpty();

        assertThat(run("y\n", "stamp", "a")).isZero();
        assertThat(migrator.planUpgrade("head").steps()).hasSize(2);
    }

    @Test
    void aRepairOfWhatIsThereNotIsAMistake() {
        migrator.upgrade("head");

        assertThat(run("", "repair", "0003")).isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).contains("0003");
        assertThat(run("", "repair", "002")).isZero();
        assertThat(text(out)).contains("Nothing to repair of 002.");
    }

    @Test
    void aResultThatCannotBeWrittenIsAFailure() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(full, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);

        assertThat(Invocation.parse(List.of("heads"), terminal).run(new Plain(migrator)))
                .isEqualTo(ExitCode.FAILED);
        assertThat(text(err)).contains("could be written");
    }

    @Test
    void aDowngradeHasOneTarget() {
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true);

        assertThat(Invocation.parse(List.of("plan", "--downgrade", "001", "002"), terminal)
                        .answered())
                .hasValue(ExitCode.USAGE);
        assertThat(text(err)).contains("A downgrade has one target.");
    }

    private int run(String typed, String... arguments) {
        var terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true);
        Invocation invocation = Invocation.parse(List.of(arguments), terminal);
        return invocation.answered().orElseGet(() -> invocation.run(new Plain(migrator)));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** An application whose faults are their messages. */
    private record Plain(Migrator migrator) implements Application {

        @Override
        public List<String> targets() {
            return List.of("head");
        }

        @Override
        public AuthoringSettings authoring() {
            throw new IllegalStateException("nothing is written here");
        }

        @Override
        public String json(Object tree) {
            return tree.toString();
        }

        @Override
        public Diagnosis diagnose(Throwable fault) {
            return new Diagnosis(String.valueOf(fault.getMessage()), null);
        }
    }
}
