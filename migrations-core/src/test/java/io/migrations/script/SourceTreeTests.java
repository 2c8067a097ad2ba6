/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {

    private static final String SOURCES = "src/main/resources/db/migrations/";

    @TempDir
    private Path project;

    @Test
    void theSourcesCountInsteadOfTheirBuildAndBesideOtherJars() throws IOException {
        write(SOURCES + "001_a.sql", "SELECT 1;");
        write(SOURCES + "002_renamed.sql", "-- Revision ID: 002\n-- Revises: 001\nSELECT 1;");
        write("target/classes/db/migrations/001_a.sql", "SELECT 0;");
        write("target/classes/db/migrations/002_before.sql", "-- Revision ID: 002\n-- Revises: 001\nSELECT 1;");
        write("target/classes/db/migrations/sub/003_deleted.sql", "-- Revises: 002\nSELECT 1;");
        write("library/db/migrations/x_library.sql", "-- Revises:\n-- Branch labels: library\nSELECT 1;");

        SourceTree tree = read(null, "classpath:db/migrations");

        assertThat(tree.graph().ids()).containsExactlyInAnyOrder("001", "002", "x");
        assertThat(tree.filesOf("002")).containsExactly(project.resolve(SOURCES + "002_renamed.sql"));
        assertThat(tree.filesOf("x")).isEmpty();
        assertThat(tree.heads().text()).endsWith("\n002: 002_renamed.sql\nx: x_library.sql\n");
        assertThat(tree.asLocation()).isEmpty();
    }

    @Test
    void hooksAreNoRevisions() throws IOException {
        write(SOURCES + "001_a.sql", "SELECT 1;");
        write(SOURCES + "before_upgrade.sql", "SELECT 1;");
        write(SOURCES + "hooks/after_upgrade.sql", "SELECT 1;");
        write("target/classes/db/migrations/before_upgrade.sql", "SELECT 0;");
        write("library/db/migrations/after_each_upgrade.sql", "SELECT 1;");

        SourceTree tree = read(null, "classpath:db/migrations");

        assertThat(tree.graph().ids()).containsExactly("001");
        assertThat(tree.heads().text()).endsWith("\n001: 001_a.sql\n");
    }

    @Test
    void theFilesOfAPairAreBothThere() throws IOException {
        write(SOURCES + "001_a.sql", "SELECT 1;");
        write(SOURCES + "001_a_rollback.sql", "SELECT 1;");

        SourceTree tree = read(null, "db/migrations");

        assertThat(tree.filesOf("001"))
                .extracting(tree::display)
                .containsExactly(SOURCES + "001_a.sql", SOURCES + "001_a_rollback.sql");
        assertThat(tree.asLocation()).contains("file:src/main/resources/db/migrations");
    }

    @Test
    void aConfiguredFolderStandsForTheLocationItIsNamedAfter() throws IOException {
        write("one/001_a.sql", "SELECT 1;");
        write("module/db/two/002_b.sql", "SELECT 1;");
        write("src/main/resources/db/two/003_c.sql", "SELECT 1;");

        SourceTree tree = read(Path.of("module/db/two"), "file:one", "classpath:db/two");

        assertThat(tree.graph().ids()).containsExactlyInAnyOrder("001", "002");
    }

    @Test
    void faultsNameTheSources() throws IOException {
        write(SOURCES + "001_a.sql", "-- Revises: nope\nSELECT 1;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> read(null, "db/migrations"))
                .withMessageStartingWith(SOURCES + "001_a.sql:1: ");
    }

    @Test
    void aLocationWithoutAFolderIsMissingOnlyWhereThereIsNoOther() throws IOException {
        assertThatExceptionOfType(SourceFolderException.class)
                .isThrownBy(() -> read(null, "db/one", "file:two"))
                .satisfies(missing -> assertThat(missing.folders())
                        .containsExactly(project.resolve("src/main/resources/db/one"), project.resolve("two")));

        write("two/001_a.sql", "SELECT 1;");
        assertThat(read(null, "db/one", "file:two").graph().ids()).containsExactly("001");
    }

    private SourceTree read(@Nullable Path directory, String... locations) throws IOException {
        try (var classLoader = new URLClassLoader(new URL[] {url("target/classes"), url("library")}, null)) {
            return SourceTree.read(
                    new AuthoringSettings(
                            project,
                            List.of(locations),
                            directory,
                            AuthoringSettings.DEFAULT_FILE_NAME,
                            classLoader,
                            JavaRevisions.none()),
                    null);
        }
    }

    private URL url(String folder) throws IOException {
        return Files.createDirectories(project.resolve(folder)).toUri().toURL();
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
