/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void theCaretStandsUnderTheCharacter() {
        assertThat(Excerpt.at("SELECT 1,\r\n\tnope\r\nFROM t", 13).lines()).containsExactly("\tnope", "\t^");
    }

    @Test
    void charactersBeyondTheBasicPlaneCountAsOne() {
        assertThat(Excerpt.at("SELECT '\uD83D\uDC18', nope", 13).lines())
                .containsExactly("SELECT '\uD83D\uDC18', nope", "            ^");
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String text = "SELECT " + "1, ".repeat(500) + "nope" + ", 2".repeat(500);

        assertThat(Excerpt.at(text, 1508).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("...")
                                .endsWith("...")
                                .contains("nope")
                                .hasSizeLessThan(210),
                        caret -> assertThat(caret.indexOf('^')).isEqualTo(53));
    }

    @Test
    void aPlaceBehindTheEndIsTheEnd() {
        assertThat(Excerpt.at("SELECT (", 99).lines()).containsExactly("SELECT (", "        ^");
    }

    @Test
    void withoutAPlaceTheFirstLinesAreShown() {
        assertThat(Excerpt.beginning("ALTER TABLE t\n  ADD c int"))
                .isEqualTo("ALTER TABLE t" + System.lineSeparator() + "  ADD c int");
        assertThat(Excerpt.beginning("x\n".repeat(20)).lines()).hasSize(9).endsWith("...");
    }
}
