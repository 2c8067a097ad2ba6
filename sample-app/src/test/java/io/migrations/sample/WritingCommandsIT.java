/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands that write, in a folder with the sample's sources. */
@DatabaseTest
class WritingCommandsIT {

    private static final String FOLDER = "src/main/resources/db/migrations";

    @TempDir
    private Path project;

    @Test
    void aBranchIsBegunJoinedCheckedAndAppliedWithoutARebuild(TestDatabase database) throws Exception {
        copySources();
        CommandRun first = run(database, "revision", "-m", "Add hints (v2)", "--rev-id", "a1", "--json");
        assertThat(first.json().path("parents").get(0).asString()).isEqualTo("008");
        fillIn(first, "hints");
        fillIn(run(database, "revision", "-m", "add tips", "--rev-id", "b2", "--json"), "tips");
        String[] branch = {"revision", "-m", "fees", "--rev-id", "c3", "--head", "a1", "--splice", "--branch-label", "x"
        };
        assertThat(run(database, branch).out()).contains("There are 2 heads now: b2, c3.");
        try (var drafts = Files.newDirectoryStream(project.resolve(FOLDER), "*_fees.sql")) {
            fillIn(drafts.iterator().next(), "fees");
        }
        CommandRun merge = run(database, "merge", "--rev-id", "m4", "--json");

        assertThat(merge.json().path("parents").size()).isEqualTo(2);
        assertThat(merge.json().path("heads").get(0).asString()).isEqualTo("m4");
        String sources = "--migrations.locations=file:" + FOLDER;
        assertThat(run(database, "heads", "--check", FOLDER + "/heads.txt", sources)
                        .out())
                .contains("'m4'");
        CommandRun old = in(project, database).run("heads", "--check", FOLDER + "/heads.txt");
        assertThat(old.exitCode()).isEqualTo(3);
        assertThat(old.out()).contains("The build does not have 'm4': rebuild it");

        try (var application =
                PackagedApplication.start(database, "--migrations.locations=file:" + project.resolve(FOLDER))) {
            assertThat(application.get("/actuator/migrations")).contains("Add hints (v2)", "\"m4\"");
        }
        assertThat(database.tables()).contains("hints", "tips", "fees");
    }

    @Test
    void aNewFolderFollowsWhatTheBuildBringsWithIt(TestDatabase database) {
        assertThat(run(database, "init").out()).startsWith("Created " + FOLDER);
        assertThat(project.resolve(FOLDER).resolve("heads.txt")).content().contains("008: 008_");
        assertThat(run(database, "revision", "-m", "add notes").out()).contains("revises 008.");
    }

    @Test
    void withoutTheSourcesNothingIsWritten(TestDatabase database) {
        CommandRun run = in(project, database).run("revision", "-m", "add notes", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no folder", "migrations init");
        assertThat(run.json().path("error").path("message").asString()).contains("There is no folder");
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void theFolderAndTheNamesOfItsFilesCanBeSet(TestDatabase database) throws IOException {
        Files.createDirectories(project.resolve("db"));
        String[] arguments = {
            "revision",
            "-m",
            "add notes",
            "--rev-id",
            "a1",
            "--migrations.command.directory=db",
            "--migrations.command.file-name={id}_{slug}"
        };

        assertThat(run(database, arguments).out()).startsWith("Created db/a1_add_notes.sql");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void editOpensTheFilesInTheEditor(TestDatabase database) throws IOException {
        copySources();
        Path editor = Files.createFile(
                project.resolve("my editor"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(editor, "#!/bin/sh\nshift\nfor file; do echo '-- edited' >> \"$file\"; done\n");

        CommandRun edited = in(project, database)
                .with(Map.of("VISUAL", "'" + editor + "' -w"))
                .run("edit", "006");

        assertThat(edited.exitCode()).as(edited.err()).isZero();
        for (String name : new String[] {"", "_rollback"}) {
            assertThat(project.resolve(FOLDER).resolve("006_validate_orders_accounts_fk" + name + ".sql"))
                    .content()
                    .endsWith("-- edited\n");
        }
    }

    private void copySources() throws IOException {
        Path sources = Path.of(FOLDER);
        try (Stream<Path> walked = Files.walk(sources)) {
            for (Path path : walked.toList()) {
                Path copy = project.resolve(FOLDER).resolve(sources.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /** Fills in what {@code revision --json} wrote. */
    private void fillIn(CommandRun run, String table) throws IOException {
        fillIn(project.resolve(run.json().path("file").asString()), table);
    }

    private static void fillIn(Path file, String table) throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("-- To be written.\n", "CREATE TABLE " + table + " ();\n")
                        .replaceAll("(?m)^-- To be written.*$", "DROP TABLE " + table + ";"));
    }

    private CommandRun run(TestDatabase database, String... arguments) {
        CommandRun run = in(project, database).run(arguments);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return run;
    }

    private static CommandRun.Setting in(Path folder, TestDatabase database) {
        return CommandRun.in(folder).on(database);
    }
}
