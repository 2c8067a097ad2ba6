/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTests {

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01", "40001", "08006", "08001", "57P01", "57P02", "57P03"})
    void noScriptIsAtFaultForOthersAndForALostConnection(String sqlState) {
        assertThat(Remedy.after(sqlState)).isEqualTo(Remedy.TRY_AGAIN);
    }

    @Test
    void aCancelledStatementMayNeedMoreTime() {
        assertThat(Remedy.after("57014")).isEqualTo(Remedy.GIVE_TIME);
    }

    @Test
    void allElseHasToBeCorrected() {
        assertThat(Remedy.after("42703")).isEqualTo(Remedy.CORRECT);
        assertThat(Remedy.after(null)).isEqualTo(Remedy.CORRECT);
    }
}
