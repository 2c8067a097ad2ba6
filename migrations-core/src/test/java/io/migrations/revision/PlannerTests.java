/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static io.migrations.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTests {

    /** Two branches over {@code b}, merged in {@code m}; {@code x} is a base of its own that the right branch needs. */
    private static final RevisionGraph GRAPH = graph("a", "a->b", "b->l", "x", "b->r after x", "l,r->m");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           heads, a b l x r m, m",
                "-,           l,    a b l,       l",
                "-,           r,    a b x r,     r",
                "a b,         heads, l x r m,     m",
                "a b l x r m, heads, -,           m",
                "a b l x r m, a,    -,           m",
                "-,           base, -,           -",
                "a b r,       m,    l x m,       m",
            })
    void upgradeRunsTheMissingAncestorsOfTheTarget(String applied, String target, String steps, String heads) {
        Plan plan = new Planner(GRAPH, words(applied)).upgrade(Target.parse(target));

        assertThat(ids(plan)).isEqualTo(words(steps));
        assertThat(plan.headsAfter()).containsExactlyElementsOf(words(heads));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a b l x r m, base, m r x l b a, -",
                "a b l x r m, b,    m r l,       b x",
                "a b l x r m, l,    m,           l r",
                "a b l x r m, m,    -,           m",
                "a b,         a,    b,           a",
                "-,           base, -,           -",
            })
    void downgradeUndoesWhatStandsAboveTheTarget(String applied, String target, String steps, String heads) {
        Plan plan = new Planner(GRAPH, words(applied)).downgrade(Target.parse(target));

        assertThat(ids(plan)).isEqualTo(words(steps));
        assertThat(plan.headsAfter()).containsExactlyInAnyOrderElementsOf(words(heads));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a b l x r m, m, m, l r",
                "a b l x r,   l, l, r",
                "a b l x r,   r, r, l x",
                "a b x,       x, x, b",
                "a,           a, a, -",
                "a x zzz,     x, x, a",
            })
    void oneRevisionIsUndoneWhateverStandsBesideIt(String applied, String id, String steps, String heads) {
        Plan plan = new Planner(GRAPH, words(applied)).undo(id);

        assertThat(ids(plan)).isEqualTo(words(steps));
        assertThat(plan.headsAfter()).containsExactlyInAnyOrderElementsOf(words(heads));
    }

    @Test
    void nothingIsUndoneUnderWhatStandsOnIt() {
        for (String below : List.of("b", "x")) {
            assertThatExceptionOfType(InvalidTargetException.class)
                    .isThrownBy(() -> new Planner(GRAPH, words("a b x r")).undo(below))
                    .satisfies(fault -> assertThat(fault.reason()).isEqualTo(InvalidTargetException.Reason.STOOD_ON))
                    .withMessageContaining("'r'");
        }
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Planner(GRAPH, words("a b")).undo("l"))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(InvalidTargetException.Reason.NOT_APPLIED));
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Planner(GRAPH, words("a b")).undo("nope"));
    }

    @Test
    void twoHeadsAreAmbiguousAndNamedWithTheirFiles() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> new Planner(graph("a", "a->b", "a->c"), List.of()).upgrade(Target.parse("head")))
                .withMessage(
                        "Target 'head' is ambiguous, the revisions have 2 heads: 'b' (b.sql), 'c' (c.sql). Join them with"
                                + " 'migrations merge', or write 'Revises' in the one that was meant to follow the other;"
                                + " 'b@head' takes the line of one, 'heads' takes all.");
    }

    @Test
    void anUnknownTargetIsRefused() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Planner(GRAPH, List.of()).upgrade(Target.parse("zzz")))
                .satisfies(unknown -> assertThat(unknown.heads()).containsExactly("x", "m"));
    }

    @Test
    void aTargetThatIsNotAppliedCannotBeDowngradedTo() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Planner(GRAPH, List.of("a", "b")).downgrade(Target.parse("l")))
                .withMessage("Revision 'l' is not applied, so it cannot be downgraded to; applied heads are ['b'].");
    }

    @Test
    void whatIsAppliedOnlyBecauseAnotherDependsOnItHasNothingToUndo() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Planner(GRAPH, GRAPH.ids()).downgrade(Target.parse("x")))
                .withMessage("Nothing that revises 'x' is applied, so there is nothing to undo;"
                        + " to undo what depends on it, 'r' (r.sql), go to a parent of that.");
    }

    @Test
    void severalTargetsAreOnePlan() {
        Plan plan = new Planner(GRAPH, List.of()).upgrade(Target.parseAll(List.of("l", "r")));

        assertThat(plan.target()).isEqualTo("l r");
        assertThat(ids(plan)).containsExactly("a", "b", "l", "x", "r");
    }

    @Test
    void targetsThatContainEachOtherAreRefused() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Planner(GRAPH, List.of()).upgrade(Target.parseAll(List.of("b", "m"))))
                .withMessage("Revision 'b' is contained in 'm' (m.sql); name only one of them.");
    }

    @Test
    void aStepBackUndoesTheFirstOfTheHeads() {
        List<String> applied = List.of("a", "b", "l", "x", "r");

        assertThat(ids(new Planner(GRAPH, applied, List.of("r", "l")).downgrade(Target.parse("-1"))))
                .containsExactly("r");
        assertThat(ids(new Planner(GRAPH, applied, List.of("l", "r")).downgrade(Target.parse("-1"))))
                .containsExactly("l");
    }

    @Test
    void aRecordedHeadThatIsInNoFileIsNamed() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> Planner.atHeads(GRAPH, List.of("dead")))
                .satisfies(unknown -> assertThat(unknown.target()).isEqualTo("dead"));
    }

    @Test
    void whatOnlyTheDatabaseKnowsIsLeftAlone() {
        var planner = new Planner(GRAPH, List.of("a", "b", "newer"));

        assertThat(ids(planner.upgrade(Target.parse("l@+1")))).containsExactly("l");
        assertThat(planner.stamp(List.of(Target.parse("l"))).removed()).isEmpty();
    }

    @Test
    void anEmptyTargetIsNone() {
        assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> Target.parse("  "));
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }
}
