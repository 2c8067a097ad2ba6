/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.NewRevision;
import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenBodyTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-15T12:30:00Z"), ZoneOffset.UTC);

    /** Pieces of which statements are made up, each of which has led a reader astray somewhere. */
    private static final List<String> NASTY = List.of(
            "'it''s'",
            "E'a\\'b\\\\'",
            "'back\\slash'",
            "'-- Downgrade'",
            "'\n-- Downgrade\n'",
            "'line\r\nline\rline'",
            "$$\n-- Upgrade\n-- Downgrade\n; $a$ $$",
            "$body$\n-- To be written\nCOPY t FROM stdin;\n1\t2\n\\.\n$body$",
            "$q$ $$ ' \" /* $q$",
            "/* \n-- Downgrade\n /* nested */ ; */ 1",
            "\n-- Downgrade\n1",
            "\n-- a comment; with 'half a quote\n1",
            "\"-- Upgrade\"",
            "\"a\"\"; b\"",
            "U&'\\0061'",
            "(1; 2)".replace(";", ","),
            "'é漢😀\u00a0'",
            "B'1'",
            "1::int",
            "'" + "long ".repeat(5_000) + "'");

    @TempDir
    private Path project;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
    }

    @Test
    void aBodyStandsWhereItIsToBeWritten() {
        Path file = write("CREATE TABLE t ();", "DROP TABLE t;", true);

        assertThat(file).hasContent("""
                -- Revision ID: a1
                -- Description: add t
                -- Revises:
                -- Create Date: 2024-10-15 12:30:00 UTC

                -- Upgrade
                CREATE TABLE t ();

                -- Downgrade
                DROP TABLE t;
                """);
    }

    @Test
    void whatHasNoWayBackHasNoMarkerForIt() {
        assertThat(write("DROP TABLE t;", null, true)).content().endsWith("-- Upgrade\nDROP TABLE t;\n");
        assertThat(load(Placeholders.none()).find("a1").orElseThrow().findDowngrade())
                .isEmpty();
    }

    @Test
    void whatRunsOutsideATransactionSaysSo() {
        assertThat(write("CREATE INDEX CONCURRENTLY i ON t (a);", "SET a = b;\nDROP INDEX CONCURRENTLY i;", false))
                .content()
                .contains("UTC\n-- Transactional: false\n\n-- Upgrade");
        assertThat(load(Placeholders.none()).find("a1").orElseThrow().upgrade().transactional())
                .isFalse();
    }

    @Test
    void anOldTemplateFramesABodyWhateverItHasLost() throws IOException {
        template(
                "-- Revision ID: ${revision}\r\n-- Revises: ${revises}\r\n\r\nSET ROLE owner;\r\n-- To be written\r\n");
        assertThat(write("SELECT 1;", "SELECT 2;", true)).content().isEqualTo("""
                        -- Revision ID: a1
                        -- Revises:

                        SET ROLE owner;
                        SELECT 1;

                        -- Downgrade
                        SELECT 2;
                        """.replace("\n", "\r\n"));
        template("""
                -- Revision ID: ${revision}
                -- Revises: ${revises}

                -- Downgrade
                SET a = b;

                -- Upgrade
                """);
        assertThat(write("SELECT 1;", "SELECT 2;", true))
                .content()
                .endsWith("-- Downgrade\nSET a = b;\n\nSELECT 2;\n\n-- Upgrade\nSELECT 1;\n");
        template("-- Revision ID: ${revision}\n-- Revises: ${revises}\n\nSELECT 0;\n");
        assertThat(write("SELECT 1;", null, true)).content().endsWith("SELECT 0;\n\nSELECT 1;\n");
    }

    @Test
    void commentsOfABodyAreNoMarkersAndNoHeader() {
        String upgrade = "-- Revises: 001\n-- Downgrade\n-- To be written\n-- Rollback:\nSELECT 1;\n-- Upgrade\n";

        assertThat(write(upgrade, "", true)).content().contains("""
                -- Upgrade
                -- * Revises: 001
                -- * Downgrade
                -- * To be written
                -- * Rollback:
                SELECT 1;
                -- * Upgrade
                """);
    }

    @Test
    void nothingInABodyIsAPlaceholder() {
        String body = "SELECT 'a${x}\\b', E'\\\\\\${x}', $$ ${x} it's \\ $$, '${x', \"${x}\", $a$ ${y} $a$;";

        write(body, body, true);

        Placeholders placeholders = Placeholders.of(Map.of("z", "1")).inQuotes();
        assertThat(load(placeholders).find("a1").orElseThrow().upgrade().statements())
                .extracting(Statement::text)
                .containsExactly("SELECT E'a\\044{x}\\\\b', E'\\\\\\044{x}', E' \\044{x} it''s \\\\ ', '${x',"
                        + " \"${x}\", E' \\044{y} '");
    }

    @Test
    void whateverABodyHoldsTheSameStatementsAreRead() {
        var random = new Random(6);
        for (int i = 0; i < 40; i++) {
            String upgrade = nasty(random);
            String downgrade = nasty(random);

            Path file = write(upgrade, downgrade, false);

            ScriptedRevision read = load(Placeholders.none()).find("a1").orElseThrow();
            assertThat(texts(read.upgrade().statements())).as(upgrade).isEqualTo(texts(upgrade));
            assertThat(texts(read.findDowngrade().orElseThrow().statements()))
                    .as(downgrade)
                    .isEqualTo(texts(downgrade));
            assertThat(file).exists();
        }
    }

    @Test
    void aBodyThatIsNoSqlIsNotWritten() {
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> write("SELECT 1;\nSELECT 'a;", "", true))
                .withMessageContaining("line 2: This string constant is never closed.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aChainIsWrittenWhollyOrNotAtAll() throws IOException {
        List<Draft> chain = List.of(draft("a1"), draft("b2", "a1"), draft("c3", "b2"));

        List<WrittenRevision> written = writer().write(tree(), chain);

        assertThat(written)
                .extracting(revision -> String.valueOf(revision.file().getFileName()))
                .containsExactly("20241015123000_add_a1.sql", "20241015123001_add_b2.sql", "20241015123002_add_c3.sql");
        assertThat(written).allSatisfy(revision -> assertThat(revision.heads()).containsExactly("c3"));
        assertThat(folder.resolve("heads.txt")).content().endsWith("\nc3: 20241015123002_add_c3.sql\n");
        List<Path> before = files();
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> writer().write(tree(), List.of(draft("d4", "c3"), draft("e5", "nope"))))
                .satisfies(refused -> assertThat(refused.revision()).isEqualTo("e5"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void filesThatCannotAllBeWrittenAreAllTakenBack() throws IOException {
        Path taken = Files.createFile(folder.resolve("c"));
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> NewFiles.publish(
                        List.of(
                                new NewFiles.NewFile("a1", folder.resolve("a"), "1"),
                                new NewFiles.NewFile("b2", folder.resolve("b"), "2"),
                                new NewFiles.NewFile("c3", taken, "3")),
                        folder.resolve("heads.txt"),
                        "heads"))
                .satisfies(refused -> assertThat(refused.revision()).isEqualTo("c3"));

        assertThat(files()).containsExactly(taken);
        assertThat(taken).isEmptyFile();
    }

    private static String nasty(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            text.append(random.nextBoolean() ? "-- a remark\n" : "")
                    .append("SELECT ")
                    .append(piece(random));
            for (int more = random.nextInt(3); more > 0; more--) {
                text.append(", ").append(piece(random));
            }
            text.append(";\n\n");
        }
        return switch (random.nextInt(4)) {
            case 0 -> text + "COPY t FROM stdin;\n-- Downgrade\n\\\\.\n;\n\\.\n";
            case 1 ->
                text + "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n-- Downgrade\nSELECT " + piece(random)
                        + ";\nSELECT CASE WHEN true THEN 1 END;\nEND;\n";
            default -> text.toString();
        };
    }

    private static String piece(Random random) {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    /** Comments inside statements may be moved by a blank. */
    private static List<List<@Nullable String>> texts(List<Statement> statements) {
        return statements.stream()
                .map(statement -> Stream.of(
                                statement.text().replace("\n -- Downgrade", "\n-- Downgrade"), statement.copyData())
                        .toList())
                .toList();
    }

    private static List<List<@Nullable String>> texts(String text) {
        return texts(SqlScript.parse(text).statements());
    }

    private Path write(String upgrade, @Nullable String downgrade, boolean transactional) {
        try {
            Files.deleteIfExists(folder.resolve("20241015123000_add_t.sql"));
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
        var draft = new Draft("a1", "add t", place(), new SqlBody(upgrade, downgrade, transactional));
        return writer().write(tree(), draft).file();
    }

    private static Draft draft(String id, String... parents) {
        return new Draft(id, "add " + id, place(parents), new SqlBody("SELECT 1;", "", true));
    }

    private RevisionWriter writer() {
        return new RevisionWriter(settings(), CLOCK);
    }

    private void template(String text) throws IOException {
        Files.writeString(folder.resolve("revision.sql.template"), text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private SourceTree tree() {
        return SourceTree.read(settings(), null);
    }

    private ScriptDirectory load(Placeholders placeholders) {
        return new ScriptLoader(List.of("file:" + folder), getClass().getClassLoader(), placeholders).load();
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
}
