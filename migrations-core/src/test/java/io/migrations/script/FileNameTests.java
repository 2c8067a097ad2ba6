/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    private static final Instant CREATED = Instant.parse("2024-10-15T23:05:09.8Z");

    @ParameterizedTest
    @CsvSource({
        "{timestamp}_{slug},     add notes,    20241015230509_add_notes.sql",
        "{timestamp}_{slug},     注文,          20241015230509_4f1c.sql",
        "{id}_{slug},            add notes,    4f1c_add_notes.sql",
        "{id}_{slug}.sql,        注文,          4f1c.sql",
        "V{timestamp}__{slug},   add notes,    V20241015230509__add_notes.sql",
        "{timestamp}_{slug},     Add rollback, 20241015230509_add_rollback_4f1c.sql",
        "{timestamp}_{id},       add notes,    20241015230509_4f1c.sql",
    })
    void tokensAreReplaced(String pattern, String description, String name) {
        assertThat(FileName.of(pattern, "4f1c", description, CREATED)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "{slug", "{year}_{slug}", "{timestamp}/{slug}", "{timestamp} {slug}", ""})
    void aPatternThatNamesNoFileIsRefused(String pattern) {
        assertThatExceptionOfType(InvalidFileNameException.class)
                .isThrownBy(() -> FileName.of(pattern, "4f1c", "add notes", CREATED))
                .satisfies(invalid -> assertThat(invalid.pattern()).isEqualTo(pattern))
                .withMessageContaining("migrations.command.file-name");
    }

    @Test
    void namesSortByTime() {
        assertThat(FileName.of("{timestamp}_{slug}", "a", "z", CREATED))
                .isLessThan(FileName.of("{timestamp}_{slug}", "b", "a", CREATED.plusSeconds(1)));
    }
}
