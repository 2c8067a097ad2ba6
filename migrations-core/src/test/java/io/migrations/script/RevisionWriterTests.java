/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.MigrationException;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionWriterTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-15T12:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path project;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
    }

    @Test
    void aNewFileHasItsPlaceInTheGraphBeforeItHasStatements() throws IOException {
        WrittenRevision first = write("a1", "Add order notes (GIN)", place());
        write("b2", "Größe", new NewRevision(List.of("a1"), List.of("a1"), List.of("billing")));

        assertThat(first.file()).isEqualTo(folder.resolve("20241015123000_add_order_notes_gin.sql"));
        assertThat(first.heads()).containsExactly("a1");
        Revision second = tree().graph().find("b2").orElseThrow();
        assertThat(second.parents()).containsExactly("a1");
        assertThat(second.dependencies()).containsExactly("a1");
        assertThat(second.labels()).containsExactly("billing");
        assertThat(second.description()).isEqualTo("Größe");
        assertThat(second.source()).isEqualTo("src/main/resources/db/migrations/20241015123000_grosse.sql");
        assertThat(folder.resolve("heads.txt")).content().endsWith("\nb2: 20241015123000_grosse.sql\n");
        assertThat(names()).doesNotContain(".tmp");
    }

    @Test
    void aBuildRefusesWhatIsStillToBeWritten() {
        write("a1", "add notes", place());

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::load)
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(ScriptFault::line, ScriptFault::message)
                        .containsExactly(
                                tuple(6, "The upgrade is empty."), tuple(9, "The downgrade is still to be written.")));
    }

    @Test
    void statementsInTheirPlaceAreAllThatANewFileNeeds() throws IOException {
        Path file = write("a1", "add notes", place()).file();
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace("-- To be written.\n", "CREATE TABLE t ();\n")
                        .replace("-- To be written. Nothing", "DROP TABLE t;\n-- To be written. Nothing"));

        ScriptedRevision revision = load().find("a1").orElseThrow();

        assertThat(revision.upgrade().statements()).hasSize(1);
        assertThat(revision.findDowngrade())
                .hasValueSatisfying(
                        downgrade -> assertThat(downgrade.statements()).hasSize(1));
        assertThat(revision.createDate()).isEqualTo("2024-10-15");
    }

    @Test
    void aMergeLoadsAsItIs() throws IOException {
        script("001_a.sql", "SELECT 1;");
        script("002_b.sql", "-- Revises: 001\nSELECT 1;");
        script("billing/003_c.sql", "-- Revises: 001\nSELECT 1;");

        WrittenRevision merge = new RevisionWriter(settings(), CLOCK)
                .write(tree(), new Draft("m", "merge 003 and 002", place("003", "002"), SqlBody.NOTHING));

        assertThat(merge.file()).hasParent(folder);
        assertThat(merge.heads()).containsExactly("m");
        assertThat(load().graph().find("m").orElseThrow().parents()).containsExactly("003", "002");
    }

    @Test
    void aNewRevisionIsWrittenBesideItsParent() throws IOException {
        script("001_a.sql", "SELECT 1;");
        script("billing/003_c.sql", "-- Revises: 001\nSELECT 1;");

        assertThat(write("d4", "fees", place("003")).file()).hasParent(folder.resolve("billing"));
        assertThat(folder.resolve("heads.txt")).content().endsWith("\nd4: billing/20241015123000_fees.sql\n");
    }

    @Test
    void nothingIsWrittenWhereAnythingIsWrong() throws IOException {
        script("001_a.sql", "-- Branch labels: billing\nSELECT 1;");
        List<String> before = names();

        refused("001", place("001"), "Revision '001' is defined twice");
        refused("a-b", place("001"), "at most 64 letters, digits, '_' and '.'");
        refused("a,b", place("001"), "'a,b' cannot be used");
        refused("a".repeat(65), place("001"), "at most 64");
        refused("head", place("001"), "'head' cannot be the id");
        refused("billing", place("001"), "already used by revision");
        refused("b2", place("nope"), "unknown parent 'nope'");
        refused("b2", new NewRevision(List.of("001"), List.of("nope"), List.of()), "depends on 'nope'");
        refused("b2", new NewRevision(List.of("001"), List.of(), List.of("billing")), "already used by revision");
        refused("b2", new NewRevision(List.of("001"), List.of(), List.of("a b")), "Branch label 'a b' cannot be used");
        refused("b2", new NewRevision(List.of("001"), List.of(), List.of("b2")), "Branch label 'b2'");
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> write("b2", " \n ", place("001")))
                .withMessageContaining("The description is blank");

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        script("20241015123000_notes.sql", "-- Revision ID: a1\n-- Revises:\nSELECT 1;");

        refused("b2", place("a1"), "_notes.sql' is there already");
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> NewFiles.publish(
                        List.of(new NewFiles.NewFile("b2", folder.resolve("20241015123000_notes.sql"), "new")),
                        folder.resolve("heads.txt"),
                        "new"))
                .satisfies(refused -> assertThat(refused.revision()).isEqualTo("b2"));

        assertThat(names()).containsExactly("20241015123000_notes.sql");
        assertThat(folder.resolve("20241015123000_notes.sql")).content().contains("a1");
    }

    @Test
    void aRevisionWhoseHeadsCannotBeKeptIsTakenBack() throws IOException {
        script("heads.txt/not a file", "");

        refused("a1", place(), "heads.txt' could not be written");

        assertThat(names()).containsExactly("heads.txt/not a file");
    }

    @Test
    void aTeamsTemplateIsUsedAndHasToKeepTheHeader() throws IOException {
        script("revision.sql.template", "-- Revision ID: ${revision}\n-- Revises: ${revises}\n\nSET x = ${message};\n");
        assertThat(write("a1", "y", place()).file()).content().endsWith("SET x = y;\n");

        script("revision.sql.template", "-- Revises: ${revises}\n\nSELECT 1;\n");
        refused("b2", place("a1"), "'Revision ID: ' where it should have 'b2'");
        script("revision.sql.template", "-- Revision ID: ${revision}\n\nSELECT 1;\n");
        refused("b2", place("a1"), "'Revises: ' where it should have 'a1'");
        script(
                "revision.sql.template",
                "-- Revision ID: ${revision}\n-- Author: me\n-- Revises: ${revises}\nSELECT 1;\n");
        refused("b2", place("a1"), "line 2: Unknown header key 'Author'");

        assertThat(names()).containsExactly("20241015123000_y.sql", "heads.txt", "revision.sql.template");
    }

    private void refused(String id, NewRevision place, String reason) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> write(id, "notes", place).file())
                .as(reason)
                .withMessageContaining(reason)
                .withMessageEndingWith("Nothing was written.");
    }

    private WrittenRevision write(String id, String description, NewRevision place) {
        return new RevisionWriter(settings(), CLOCK).write(tree(), new Draft(id, description, place, Blank.SQL));
    }

    private SourceTree tree() {
        return SourceTree.read(settings(), null);
    }

    private ScriptDirectory load() {
        return new ScriptLoader(List.of("file:" + folder), getClass().getClassLoader(), Placeholders.none()).load();
    }

    private AuthoringSettings settings() {
        return new AuthoringSettings(
                project,
                List.of("classpath:db/migrations"),
                null,
                AuthoringSettings.DEFAULT_FILE_NAME,
                ClassLoader.getPlatformClassLoader(),
                JavaRevisions.none());
    }

    private static NewRevision place(String... parents) {
        return new NewRevision(List.of(parents), List.of(), List.of());
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
