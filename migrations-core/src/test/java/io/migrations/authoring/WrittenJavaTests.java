/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.operation.CreateTable;
import io.migrations.operation.DropTable;
import io.migrations.operation.Operation;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.schema.Change;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.Blank;
import io.migrations.script.Body;
import io.migrations.script.Draft;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionNotWrittenException;
import io.migrations.script.RevisionWriter;
import io.migrations.script.SourceTree;
import io.migrations.script.SqlBody;
import io.migrations.script.WrittenRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenJavaTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-15T12:30:00Z"), ZoneOffset.UTC);
    private static final Operation CREATE =
            CreateTable.of("orders", column("id", BIGINT).notNull());
    private static final Operation DROP = DropTable.of("orders");

    @TempDir
    private Path project;

    private List<String> packages = List.of("db.migrations");

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
    }

    @Test
    void aBlankClassIsReadyToBeFilledIn() {
        WrittenRevision written = write("a1", "add order notes", place(), Blank.JAVA, null);

        assertThat(written.file())
                .isEqualTo(project.resolve("src/main/java/db/migrations/AddOrderNotes.java"))
                .hasContent("""
                        package db.migrations;

                        import io.migrations.script.ReversibleOperations;
                        import io.migrations.script.ReversibleRevision;
                        import io.migrations.script.RevisionHeader;

                        @RevisionHeader(id = "a1", revises = {}, description = "add order notes", createDate = "2024-10-15")
                        final class AddOrderNotes implements ReversibleRevision {

                            @Override
                            public void change(ReversibleOperations op) {
                                // To be written. What cannot be derived: op.reversible(up, down), or implement JavaRevision.
                            }
                        }
                        """);
        assertThat(project.resolve("src/main/resources/db/migrations/heads.txt"))
                .content()
                .endsWith("\na1: AddOrderNotes.java\n");
    }

    @Test
    void aClassThatIsNotBuiltYetHasItsPlaceInTheGraph() throws IOException {
        write("a1", "add \"order\" \\ notes", place(), Blank.JAVA, null);
        write("b2", "Operations", new NewRevision(List.of("a1"), List.of("a1"), List.of("billing")), Blank.JAVA, null);
        WrittenRevision sql = write("c3", "in SQL", place("b2"), new SqlBody("SELECT 1;", "", true), null);
        write("d4", "Operations", place("b2", "c3"), Blank.JAVA, "db.migrations.later");

        assertThat(sql.file()).hasParent(project.resolve("src/main/resources/db/migrations"));
        SourceTree tree = tree();
        assertThat(tree.graph().ids()).containsExactlyInAnyOrder("a1", "b2", "c3", "d4");
        assertThat(tree.graph().heads()).extracting(Revision::id).containsExactly("d4");
        Revision first = tree.graph().find("a1").orElseThrow();
        assertThat(first.description()).isEqualTo("add \"order\" \\ notes");
        Revision second = tree.graph().find("b2").orElseThrow();
        assertThat(second.parents()).containsExactly("a1");
        assertThat(second.dependencies()).containsExactly("a1");
        assertThat(second.labels()).containsExactly("billing");
        assertThat(tree.filesOf("b2"))
                .containsExactly(project.resolve("src/main/java/db/migrations/RevisionOperations.java"));
        assertThat(tree.filesOf("d4"))
                .containsExactly(project.resolve("src/main/java/db/migrations/later/RevisionOperations.java"));
        assertThat(tree.asLocation()).isEmpty();
    }

    @Test
    void theSameDescriptionTwiceMakesTwoClasses() {
        write("a1", "fill", place(), Blank.JAVA, null);

        assertThat(write("b2", "fill", place("a1"), Blank.JAVA, null).file()).hasFileName("Fill2.java");
    }

    @Test
    void whatIsWrittenCompilesAndSaysTheSame() throws IOException {
        Body body = JavaLayout.of(
                List.of(new Change(CREATE, List.of())), List.of(new Change(DROP, List.of("Data loss."))), false);

        Path file = write("a1", "create orders", place(), body, null).file();

        assertThat(file).content().isEqualTo("""
                package db.migrations;

                import static io.migrations.operation.TableElement.column;
                import static io.migrations.operation.Types.BIGINT;

                import io.migrations.script.JavaRevision;
                import io.migrations.script.Operations;
                import io.migrations.script.RevisionHeader;

                @RevisionHeader(
                        id = "a1",
                        revises = {},
                        description = "create orders",
                        createDate = "2024-10-15",
                        transactional = false)
                final class CreateOrders implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("orders", column("id", BIGINT).notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Data loss.
                        op.dropTable("orders");
                    }
                }
                """);
        assertThat(JavaRun.both(Files.readString(file))).containsExactly(List.of(CREATE), List.of(DROP));
    }

    @Test
    void everySampleFitsIntoAClass() throws IOException {
        List<Change> changes = SampleOperations.all().stream()
                .map(operation -> new Change(operation, List.of()))
                .toList();

        Path file = write("a1", "everything", place(), JavaLayout.of(changes, null, true), null)
                .file();

        assertThat(JavaRun.run(Files.readString(file))).hasSizeGreaterThanOrEqualTo(changes.size());
    }

    @Test
    void thePackageIsOneThatTheBuildSearches() throws IOException {
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> write("a1", "x", place(), Blank.JAVA, "com.acme"))
                .withMessageContaining("packages [db.migrations], and 'com.acme' is in none of them");
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> write("a1", "x", place(), Blank.JAVA, "../x"))
                .withMessageContaining("'../x' is no package");
        packages = List.of();
        assertThatExceptionOfType(RevisionNotWrittenException.class)
                .isThrownBy(() -> write("a1", "x", place(), Blank.JAVA, null))
                .withMessageContaining("name one with '--package'");
        Path bean = project.resolve("src/main/java/com/acme/Bean.java");
        Files.createDirectories(bean.getParent());
        Files.writeString(bean, """
                // @RevisionHeader(id = "no")
                package com . acme;
                /* @RevisionHeader(id = "no") */
                @Component
                @io.migrations.script.RevisionHeader(
                    id = "00" + "1", // the first
                    revises = {}, transactional = false)
                class Bean {}
                """);
        Files.writeString(bean.resolveSibling("Odd.java"), "package com.acme; @RevisionHeader(id = ID) class Odd {}");

        assertThat(write("b2", "x", place("001"), Blank.JAVA, null).file()).isEqualTo(bean.resolveSibling("X.java"));
    }

    private WrittenRevision write(
            String id, String description, NewRevision place, Body body, @Nullable String packageName) {
        return new RevisionWriter(settings(), CLOCK, packageName)
                .write(tree(), new Draft(id, description, place, body));
    }

    private SourceTree tree() {
        return SourceTree.read(settings(), null);
    }

    private AuthoringSettings settings() {
        return new AuthoringSettings(
                project,
                List.of("classpath:db/migrations"),
                null,
                AuthoringSettings.DEFAULT_FILE_NAME,
                ClassLoader.getPlatformClassLoader(),
                JavaRevisions.none(),
                packages);
    }

    private static NewRevision place(String... parents) {
        return new NewRevision(List.of(parents), List.of(), List.of());
    }
}
