/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':a', \":a\", $$:a$$, $x$ :a $x$, E'\\':a'",
                "SELECT 1 -- :a",
                "SELECT 1 /* :a /* :a */ */",
                "SELECT b::a, b ::a",
                "CALL p(b :=a)",
                "SELECT x[b:a], x[b: a], x[1 : a]",
                "SELECT : a",
            })
    void areNotInQuotesCommentsCastsAndSlices(String sql) {
        assertThat(NamedParameters.in(sql).names()).isEmpty();
    }

    @Test
    void areEachNamedOnce() {
        assertThat(NamedParameters.in("SELECT :b, :a_1,:b, x[:c]").names()).containsExactly("b", "a_1", "c");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "SELECT :a                | 'x' | SELECT 'x'",
                "SELECT :a, (:a)          | -1  | SELECT (-1), ((-1))",
                "SELECT 1-:a              | -1  | SELECT 1- (-1)",
                "SELECT :a::int           | 'x' | SELECT 'x'::int",
                "SELECT 'y':a             | 'x' | SELECT 'y' 'x'",
                "SELECT :a'y'             | 'x' | SELECT 'x' 'y'",
                ":a                       | 'x' | 'x'",
            })
    void becomeTokensOfTheirOwn(String sql, String constant, String replaced) {
        assertThat(NamedParameters.in(sql).replaced(Map.of("a", constant))).isEqualTo(replaced);
    }
}
