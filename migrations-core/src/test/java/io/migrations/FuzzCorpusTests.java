/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations;

import io.migrations.script.ScriptFilesFuzzTarget;
import io.migrations.script.ScriptFuzzTarget;
import io.migrations.sql.PlaceholdersFuzzTarget;
import io.migrations.sql.SqlScriptFuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fuzzer has found so far is replayed, so that it stays mended; {@code .ci/fuzz} finds more. */
class FuzzCorpusTests {

    @Test
    void anyTextIsTakenApartAsAScript() throws IOException {
        replay("sql", SqlScriptFuzzTarget::fuzzerTestOneInput);
    }

    @Test
    void anyValueOfAPlaceholderStaysWithinItsPlace() throws IOException {
        replay("placeholders", PlaceholdersFuzzTarget::fuzzerTestOneInput);
    }

    @Test
    void anyFileIsARevisionOrHasFaults() throws IOException {
        replay("script", ScriptFuzzTarget::fuzzerTestOneInput);
    }

    @Test
    void anyFilesAreScriptsOrHaveFaults() throws IOException {
        replay("files", ScriptFilesFuzzTarget::fuzzerTestOneInput);
    }

    private static void replay(String corpus, Consumer<byte[]> target) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "fuzz", corpus))) {
            for (Path file : files.sorted().toList()) {
                try {
                    target.accept(Files.readAllBytes(file));
                } catch (RuntimeException | AssertionError failure) {
                    throw new AssertionError("input " + file, failure);
                }
            }
        }
    }
}
