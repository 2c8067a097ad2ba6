/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "heads, heads, true",
        "haeds, heads, true",
        "head, heads, true",
        "downgrad, downgrade, true",
        "--jsno, --json, true",
        "histroy, stamp, false",
        "haeds, edit, false",
        "'', edit, false",
    })
    void aWordMayHaveTwoMistakes(String typed, String meant, boolean close) {
        assertThat(Spelling.isClose(typed, meant)).isEqualTo(close);
    }
}
