/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "head,                -,       head,    0",
                "4f1c,                -,       4f1c,    0",
                "+1,                  -,       -,       1",
                "-12,                 -,       -,       -12",
                "+01,                 -,       -,       1",
                "base+2,              -,       base,    2",
                "4f1c-1,              -,       4f1c,    -1",
                "v1.0_x y+1,          -,       v1.0_x y, 1",
                "billing@head,        billing, head,    0",
                "billing@+1,          billing, -,       1",
                "billing@base+3,      billing, base,    3",
                "my-branch,           -,       my-branch, 0",
                "my-branch@head-2,    my-branch, head,  -2",
                "a+0,                 -,       a,       0",
            })
    void aTargetIsABranchAWordAndACount(String text, String branch, String word, int steps) {
        Target target = Target.parse("  " + text + " ");

        assertThat(target.branch()).isEqualTo(branch);
        assertThat(target.word()).isEqualTo(word);
        assertThat(target.steps()).isEqualTo(steps);
        assertThat(target).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "@head", "billing@", "a@b@c", "+1x", "a+1x", "-", "+", "a:b", "+9999999999", "-x"})
    void whatIsNoTargetIsAnsweredWithWhatIsOne(String text) {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> Target.parse(text))
                .withMessageContaining("write 'head', 'heads', 'base', a branch label, a revision id")
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo(Reason.SYNTAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0", "-0", "billing@+0"})
    void aCountOfNothingLeadsNowhere(String text) {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> Target.parse(text))
                .withMessage("Target '%s' counts no step; write '+1' or '-1'.", text);
    }

    @Test
    void severalTargetsKeepTheirOrder() {
        assertThat(Target.parseAll(List.of("b", "a"))).extracting(Target::text).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"a:b, a, b", "a:, a, -", ":+2, -, +2", ":, -, -", "billing@base:, billing@base, -", "-2:c, -2, c"})
    void aRangeHasTwoEndsThatMayBeOpen(String text, String from, String to) {
        Range range = Range.parse(text);

        assertThat(range.from()).isEqualTo(from == null ? null : Target.parse(from));
        assertThat(range.to()).isEqualTo(to == null ? null : Target.parse(to));
        assertThat(range).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:b:c"})
    void whatHasNotTwoEndsIsNoRange(String text) {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> Range.parse(text))
                .withMessage("'%s' is no range; write 'from:to', 'from:' or ':to'.", text);
    }
}
