/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDifferenceTests {

    @Test
    void showsWhatChangedWithALittleAround() {
        assertThat(TextDifference.of("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nD\ne\nE\nf\ng")
                        .lines())
                .containsExactly("  b", "  c", "- d", "+ D", "  e", "+ E", "  f", "  g");
    }

    @Test
    void lineEndsAndTrailingBlanksAreNoDifference() {
        assertThat(TextDifference.of("a\r\nb  \r\n", "a\nb").lines()).containsExactly("  a", "  b");
    }

    @Test
    void aTextWithoutACounterpartIsAllNewOrAllOld() {
        assertThat(TextDifference.of("", "a").lines()).containsExactly("+ a");
        assertThat(TextDifference.of("a", "").lines()).containsExactly("- a");
    }
}
