/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptIndexTests {

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ClassLoader classLoader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        write("db/indexed/002_b.sql", "SELECT 2;");
        write("db/indexed/sub/001_a.sql", "SELECT 1;");
        write("db/indexed/readme.md", "no script");

        ScriptIndex index = ScriptIndex.of(List.of("classpath:db/indexed", "file:/srv/none"), List.of(), classLoader());
        write(ScriptIndex.LOCATION, index.text());

        assertThat(index.scripts()).containsExactly("db/indexed/002_b.sql", "db/indexed/sub/001_a.sql");
        assertThat(ScriptIndex.read(classLoader())).isEqualTo(index);
    }

    /** As in a native image, where nothing is found by looking. */
    @Test
    void aReaderWithAnIndexReadsWhatThatSaysAndNothingElse() throws IOException {
        write("db/indexed/001_a.sql", "SELECT 1;");
        write("db/indexed/002_b.sql", "SELECT 2;");
        var reader = new ScriptReader(classLoader(), List.of("db/indexed/001_a.sql", "db/other/003_c.sql"));
        List<ScriptFault> faults = new ArrayList<>();

        assertThat(reader.read(ScriptLocation.parse("classpath:db/indexed"), faults)
                        .values())
                .extracting(ScriptFile::path)
                .containsExactly("db/indexed/001_a.sql");
        assertThat(faults).isEmpty();
    }
}
