/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseStateTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a b, -,     EMPTY",
                "a b, a,     BEHIND",
                "a b, a b,   CURRENT",
                "a b, a b c, AHEAD",
                "a b, a c,   DIVERGED",
                "a b, c,     DIVERGED",
            })
    void aDatabaseStandsToABuild(String known, String applied, DatabaseState state) {
        assertThat(DatabaseState.of(ids(known), ids(applied))).isEqualTo(state);
    }

    private static Set<String> ids(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }
}
