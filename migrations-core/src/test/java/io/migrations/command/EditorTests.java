/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class EditorTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "vi                             | vi",
                "code  --wait                   | code, --wait",
                "\"/opt/my editor/ed\" -w       | /opt/my editor/ed, -w",
                "'/opt/my editor/ed' --a='b \"c' | /opt/my editor/ed, --a=b \"c",
                "/opt/my\\ editor/ed ''         | /opt/my editor/ed, ##",
            })
    void theCommandIsTakenApartAsAShellDoes(String text, String words) {
        assertThat(String.join(", ", Editor.split(text, false))).isEqualTo(words.replace("##", ""));
    }

    @Test
    void aBackslashMaySeparateFolders() {
        assertThat(Editor.split("\"C:\\Program Files\\ed.exe\" -w", true))
                .containsExactly("C:\\Program Files\\ed.exe", "-w");
    }

    @Test
    void visualComesBeforeEditor() {
        assertThat(Editor.of(Map.of("VISUAL", "a", "EDITOR", "b")).command()).containsExactly("a");
        assertThat(Editor.of(Map.of("VISUAL", " ", "EDITOR", "b")).command()).containsExactly("b");
        assertThatExceptionOfType(EditorException.class)
                .isThrownBy(() -> Editor.of(Map.of()))
                .withMessageContaining("set the environment variable VISUAL or EDITOR");
    }

    @Test
    void theFilesAreItsLastArgumentsAndItsExitCodeIsKept() throws IOException {
        Path program = Files.createFile(
                folder.resolve("my editor"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\nprintf edited > \"$1\"\nexit 7\n");
        Path file = folder.resolve("a file.sql");

        assertThat(Editor.of(Map.of("EDITOR", program.toString())).open(List.of(file)))
                .isEqualTo(7);

        assertThat(file).hasContent("edited");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatExceptionOfType(EditorException.class)
                .isThrownBy(
                        () -> Editor.of(Map.of("EDITOR", "no-such-editor -w")).open(List.of()))
                .withMessageContaining("'no-such-editor' could not be started");
    }
}
