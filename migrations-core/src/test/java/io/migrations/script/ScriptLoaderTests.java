/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLoaderTests {

    @TempDir
    private Path temp;

    @Test
    void readsFoldersAndSeveralJarsOfTheClasspathAsOneDirectory() throws IOException {
        Path folder = temp.resolve("class es+%41");
        write(folder, "db/migrations/001_a.sql", "SELECT 1;");
        write(folder, "db/migrations/sub/folder/002_b.sql", "SELECT 1;");
        write(folder, "db/migrations/notes.txt", "no script");
        write(folder, "db/migrations/005_E.SQL", "SELECT 1;");
        write(folder, "db/migrations/005_E_ROLLBACK.SQL", "SELECT 1;");
        Path first = jar("first.jar", "db/migrations/003_c.sql", "SELECT 1;");
        Path second = jar("second.jar", "db/migrations/deep/004_d.sql", "SELECT 1;");

        ScriptDirectory directory = load(List.of("classpath:db/migrations"), folder, first, second);

        assertThat(directory.graph().ids()).containsExactly("001", "002", "003", "004", "005");
        assertThat(directory.find("005").orElseThrow().isReversible()).isTrue();
        assertThat(directory.find("002").orElseThrow().upgrade().file())
                .isEqualTo("db/migrations/sub/folder/002_b.sql");
        assertThat(directory.find("004").orElseThrow().upgrade().file()).isEqualTo("db/migrations/deep/004_d.sql");
    }

    @Test
    void aFileThatTwoLocationsReachIsReadOnce() throws IOException {
        write(temp, "db/migrations/orders/001_a.sql", "SELECT 1;");

        assertThat(load(List.of("db/migrations", "classpath:/db/migrations/orders/"), temp)
                        .graph()
                        .ids())
                .containsExactly("001");
    }

    @Test
    void severalLocationsMakeOneGraph() throws IOException {
        write(temp, "one/001_a.sql", "SELECT 1;");
        write(temp, "two/002_b.sql", "SELECT 1;");

        ScriptDirectory directory = load(
                List.of("classpath*:one", "file:" + temp.resolve("two").toUri().getPath()), temp);

        assertThat(directory.find("002").orElseThrow().revision().parents()).containsExactly("001");
    }

    @Test
    void twoJarsWithOneFileNameAreADuplicateThatNamesBothJars() throws IOException {
        Path first = jar("first.jar", "db/migrations/001_a.sql", "SELECT 1;");
        Path second = jar("second.jar", "db/migrations/001_a.sql", "SELECT 2;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> load(List.of("classpath:db/migrations"), first, second))
                .withMessageContainingAll("first.jar!/db/migrations/001_a.sql", "second.jar!/db/migrations/001_a.sql");
    }

    @Test
    void everyLocationWithoutAScriptIsNamed() throws IOException {
        write(temp, "db/migrations/001_a.sql", "SELECT 1;");

        assertThatExceptionOfType(NoScriptsFoundException.class)
                .isThrownBy(() -> load(List.of("db/migrations", "classpath:db/migrtions", "file:/nowhere"), temp))
                .satisfies(none ->
                        assertThat(none.locations()).containsExactly("classpath:db/migrtions", "file:/nowhere"));
    }

    @Test
    void anEmptyEntryIsNotTheWholeClasspath() throws IOException {
        write(temp, "db/migrations/001_a.sql", "SELECT 1;");

        assertThatExceptionOfType(NoScriptsFoundException.class)
                .isThrownBy(() -> load(List.of("db/migrations", ""), temp))
                .satisfies(none -> assertThat(none.locations()).containsExactly(""));
        assertThatExceptionOfType(NoScriptsFoundException.class).isThrownBy(() -> load(List.of(), temp));
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithItsLine() throws IOException {
        Files.createDirectories(temp.resolve("db"));
        Files.write(temp.resolve("db/001_a.sql"), "SELECT 1;\nSELECT 'ü';".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> load(List.of("db"), temp))
                .withMessage("db/001_a.sql:2: The file is not UTF-8. Save it as UTF-8.");
    }

    private ScriptDirectory load(List<String> locations, Path... classpath) throws IOException {
        URL[] urls = new URL[classpath.length];
        for (int i = 0; i < classpath.length; i++) {
            urls[i] = classpath[i].toUri().toURL();
        }
        try (var classLoader = new URLClassLoader(urls, null)) {
            return new ScriptLoader(locations, classLoader, Placeholders.none()).load();
        }
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jar(String jarName, String name, String text) throws IOException {
        Path jar = temp.resolve(jarName);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                out.putNextEntry(new JarEntry(name.substring(0, slash + 1)));
                out.closeEntry();
            }
            out.putNextEntry(new JarEntry(name));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }
}
