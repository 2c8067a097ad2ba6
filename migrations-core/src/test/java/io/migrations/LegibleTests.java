/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTests {

    @Test
    void whatATerminalWouldObeyIsShownAsItsCode() {
        assertThat(Legible.text("a\u001B[31mb\u0007\u009B\u007F")).isEqualTo("a\\u001b[31mb\\u0007\\u009b\\u007f");
        assertThat(Legible.line("a\nERROR b\r")).isEqualTo("a\\u000aERROR b\\u000d");
        assertThat(Legible.line("\u2028\u202Eabc\u2066\uFEFF\uD800"))
                .isEqualTo("\\u2028\\u202eabc\\u2066\\ufeff\\ud800");
    }

    @Test
    void aTextKeepsItsLinesAndAReturnAloneIsNone() {
        assertThat(Legible.text("a\r\n\tb\n")).isEqualTo("a\r\n\tb\n");
        assertThat(Legible.text("done\rfake")).isEqualTo("done\\u000dfake");
    }

    @Test
    void whatShowsStays() {
        String text = "\u00E9 \u4E2D \uD83D\uDC69\u200D\uD83D\uDCBB 'quoted' \\u001b";
        assertThat(Legible.line(text)).isSameAs(text);
        assertThat(Legible.text(text)).isSameAs(text);
    }
}
