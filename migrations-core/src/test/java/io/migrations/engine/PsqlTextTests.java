/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PsqlTextTests {

    @Test
    void wordsForPeopleStayOneHarmlessLine() {
        assertThat(PsqlText.oneLine("a\nDROP TABLE t")).isEqualTo("a DROP TABLE t");
        assertThat(PsqlText.argument("it's `rm` \\ :USER\n")).isEqualTo("'it''s `rm` \\\\ :USER '");
    }
}
