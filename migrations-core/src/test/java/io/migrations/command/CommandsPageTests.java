/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandsPageTests {

    private static final Path PAGE = Path.of("..", "docs", "commands.md");

    @Test
    void theDocumentationSaysWhatTheCommandsSayOfThemselves() throws IOException {
        String page = CommandsPage.of(UsageTests.root());
        if (Boolean.getBoolean("migrations.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("Bring docs/commands.md up to date:"
                        + " ./mvnw -pl migrations-core test -Dtest=CommandsPageTests -Dmigrations.docs.write=true")
                .isEqualToNormalizingNewlines(page);
    }
}
