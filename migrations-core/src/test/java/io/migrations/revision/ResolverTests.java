/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static io.migrations.revision.Graphs.graph;
import static io.migrations.revision.Graphs.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link RevisionConformanceTests} leaves open: where this is better than Alembic, and what messages say. */
class ResolverTests {

    private static final RevisionGraph GRAPH = RevisionGraph.of(List.of(
            labelled("27c6a30d", List.of(), List.of()),
            labelled("27c6b40d", List.of("27c6a30d"), List.of(), "release-2"),
            labelled("v1.0 x", List.of("27c6b40d"), List.of()),
            labelled("other", List.of("27c6a30d"), List.of())));

    @ParameterizedTest
    @CsvSource({
        "v1.0 x-1,         27c6b40d",
        "27c6b+1,          v1.0 x",
        "release-2,        27c6b40d",
        "release-2@head,   v1.0 x",
        "release-2@head-2, 27c6a30d",
        "base+1,           27c6a30d",
        "other@27c6a,      27c6a30d",
    })
    void aTargetMeansOneRevision(String target, String revision) {
        assertThat(new Resolver(GRAPH).one(Target.parse(target)).id()).isEqualTo(revision);
    }

    @Test
    void anAmbiguousStartListsWhatItMayMeanWithFiles() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Resolver(GRAPH).resolve(Target.parse("27c6")))
                .withMessage("'27c6' is ambiguous, 2 names begin with it: '27c6a30d' (27c6a30d.sql), '27c6b40d'"
                        + " (27c6b40d.sql). Type more of the one that you mean.");
    }

    @Test
    void anUnknownNameSuggestsSimilarOnes() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Resolver(GRAPH).resolve(Target.parse("27c6b40e")))
                .withMessage("No revision or branch label '27c6b40e'; did you mean ['27c6b40d']?"
                        + " Known heads are ['v1.0 x', 'other'].")
                .satisfies(unknown -> assertThat(unknown.similar()).containsExactly("27c6b40d"));
    }

    @Test
    void anUnknownBranchIsRefusedEvenWhereItWouldNotMatter() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Planner(GRAPH, GRAPH.ids()).downgrade(Target.parse("billing@base")))
                .satisfies(unknown -> assertThat(unknown.target()).isEqualTo("billing"));
    }

    @Test
    void aRevisionOfAnotherBranchIsRefusedWithTheHeadsOfTheBranch() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Resolver(GRAPH).resolve(Target.parse("release-2@other")))
                .withMessage("Revision 'other' does not belong to branch 'release-2', whose heads are 'v1.0 x'"
                        + " (v1.0 x.sql).");
    }

    @Test
    void aWalkThatForksNamesTheWays() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Planner(GRAPH, List.of("27c6a30d")).upgrade(Target.parse("+1")))
                .withMessage("Target '+1' is ambiguous: from '27c6a30d' 2 ways lead up: '27c6b40d' (27c6b40d.sql),"
                        + " 'other' (other.sql). Name one of them, or its branch as in 'label@+1'.");
    }

    @Test
    void theBaseIsNoRevision() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> new Resolver(GRAPH).one(Target.BASE))
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo(Reason.NOT_TAKEN_HERE));
    }

    @Test
    void severalHeadsAreNotOneRevision() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> new Resolver(GRAPH).one(Target.HEADS))
                .satisfies(several ->
                        assertThat(several.heads()).extracting(Revision::id).containsExactly("v1.0 x", "other"));
    }

    @Test
    void currentIsWhatTheDatabaseHas() {
        var resolver = new Resolver(GRAPH, List.of("27c6b40d", "other"));

        assertThat(resolver.resolve(Target.parse("current")))
                .extracting(Revision::id)
                .containsExactly("27c6b40d", "other");
        assertThat(resolver.resolve(Target.parse("release-2@current")))
                .extracting(Revision::id)
                .containsExactly("27c6b40d");
        assertThat(resolver.one(Target.parse("release-2@+1")).id()).isEqualTo("v1.0 x");
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Resolver(GRAPH).resolve(Target.parse("current")));
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> new Resolver(GRAPH, List.of("dead")));
    }

    @Test
    void aScriptStartsAtTheHeadsThatItsRangeBeginsWith() {
        var resolver = new Resolver(GRAPH);

        assertThat(resolver.recordedHeads(null)).isEmpty();
        assertThat(resolver.recordedHeads(Target.BASE)).isEmpty();
        assertThat(resolver.recordedHeads(Target.parse("27c6b"))).containsExactly("27c6b40d");
        assertThat(resolver.recordedHeads(Target.HEADS)).containsExactly("v1.0 x", "other");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a:c,       c b a",
                "head-1:,   d c",
                "-4:,       d c b a",
                "-9:c,      c b a",
                ":a+1,      b a",
                "current:,  d c b",
                ":current,  b a",
                "a:+9,      d c b a",
            })
    void aRangeMayCountAtBothEnds(String range, String revisions) {
        assertThat(new Resolver(graph("a", "a->b", "b->c", "c->d"), List.of("b")).between(Range.parse(range)))
                .extracting(Revision::id)
                .containsExactlyElementsOf(Arrays.asList(revisions.split(" ")));
    }

    @Test
    void nothingIsBelowADatabaseThatHasNothing() {
        assertThat(new Resolver(graph("a", "a->b"), List.of()).between(Range.parse(":current")))
                .isEmpty();
    }
}
