/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dmigrations.test.golden=write} rewrites the expected files; read the difference before committing it. */
class SqlScriptGoldenTests {

    static Stream<GoldenScript> valid() {
        return GoldenScript.in("valid");
    }

    static Stream<GoldenScript> invalid() {
        return GoldenScript.in("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validScriptsSplitAsExpected(GoldenScript golden) {
        SqlScript script = SqlScript.parse(golden.text());

        assertThat(script.faults()).isEmpty();
        check(golden, script);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidScriptsReportTheirFaults(GoldenScript golden) {
        SqlScript script = SqlScript.parse(golden.text());

        assertThat(script.faults()).isNotEmpty();
        check(golden, script);
    }

    @ParameterizedTest
    @MethodSource({"valid", "invalid"})
    void statementsTokensAndCommentsAreWhereTheySayTheyAre(GoldenScript golden) {
        String text = golden.text();
        SqlScript script = SqlScript.parse(text);

        for (Statement statement : script.statements()) {
            assertThat(text.startsWith(statement.text(), statement.offset())).isTrue();
            assertThat(statement.positionOf(1)).isEqualTo(statement.position());
            for (Token token : statement.tokens()) {
                assertThat(statement.text().startsWith(token.text(), token.offset()))
                        .isTrue();
            }
        }
        for (Comment comment : script.comments()) {
            assertThat(text.startsWith(comment.text(), comment.offset())).isTrue();
        }
    }

    private static void check(GoldenScript golden, SqlScript script) {
        String actual = GoldenScript.render(script);
        if ("write".equals(System.getProperty("migrations.test.golden"))) {
            golden.accept(actual);
        }
        assertThat(actual).isEqualTo(golden.expected());
    }
}
