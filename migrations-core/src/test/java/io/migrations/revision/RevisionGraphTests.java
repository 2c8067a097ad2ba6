/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static io.migrations.revision.Graphs.graph;
import static io.migrations.revision.Graphs.labelled;
import static io.migrations.revision.Graphs.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionGraphTests {

    @Test
    void revisionsComeAfterTheirParentsAndDependencies() {
        assertThat(graph("b->c after x", "a->b", "a", "x", "c,x->m").revisions())
                .extracting(Revision::id)
                .containsExactly("a", "b", "x", "c", "m");
    }

    @Test
    void headsFollowLineageAndNotDependencies() {
        assertThat(graph("a", "a->b", "a->c after b").heads())
                .extracting(Revision::id)
                .containsExactly("b", "c");
    }

    @Test
    void headsOfAnAppliedSetAreItsMaximalRevisionsUnderBothKindsOfEdges() {
        RevisionGraph graph = graph("a", "a->b", "a->c after b", "x");

        assertThat(graph.heads(Set.of())).isEmpty();
        assertThat(graph.heads(Set.of("a"))).containsExactly("a");
        assertThat(graph.heads(Set.of("a", "b", "c"))).containsExactly("c");
        assertThat(graph.heads(Set.of("a", "b", "x"))).containsExactlyInAnyOrder("b", "x");
        assertThat(graph.heads(Set.of("a", "unknown"))).containsExactly("a");
    }

    @Test
    void aRevisionBelowAnAppliedOneIsNoHeadEvenAcrossAGap() {
        assertThat(graph("a", "a->b", "b->c").heads(Set.of("a", "c"))).containsExactly("c");
    }

    @Test
    void aDependencyMayNameALabel() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(labelled("a", List.of(), List.of(), "billing"), labelled("x", List.of(), List.of("billing"))));

        assertThat(graph.predecessors(graph.find("x").orElseThrow())).containsExactly("a");
        assertThat(graph.ancestors(List.of(graph.find("x").orElseThrow()))).containsExactlyInAnyOrder("a", "x");
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        List<Revision> revisions = new ArrayList<>(revisions("a", "a", "nope->b", "c->c", "d after gone", "bad-id"));
        revisions.add(labelled("e", List.of(), List.of(), "a"));

        assertThatExceptionOfType(InvalidGraphException.class)
                .isThrownBy(() -> RevisionGraph.of(revisions))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .hasAtLeastOneElementOfType(GraphFault.DuplicateId.class)
                        .hasAtLeastOneElementOfType(GraphFault.MissingParent.class)
                        .hasAtLeastOneElementOfType(GraphFault.MissingDependency.class)
                        .hasAtLeastOneElementOfType(GraphFault.Cycle.class)
                        .hasAtLeastOneElementOfType(GraphFault.LabelTaken.class)
                        .hasAtLeastOneElementOfType(GraphFault.IllegalId.class)
                        .hasSize(6));
    }

    @Test
    void theWordsOfTheTargetGrammarAreNoIdsAndNoLabels() {
        assertThat(onlyFault("base")).isInstanceOf(GraphFault.ReservedName.class);
        assertThat(RevisionGraph.faults(List.of(labelled("a", List.of(), List.of(), "head"))))
                .singleElement()
                .isInstanceOf(GraphFault.ReservedName.class);
    }

    @Test
    void aMissingParentIsNamedWithTheHeadsThatMayBeMeant() {
        GraphFault fault = onlyFault("a", "a->c3", "ffff->a1b2");

        assertThat(fault.message()).isEqualTo("Revision 'a1b2' refers to the unknown parent 'ffff'.");
        assertThat(fault.remedy()).isEqualTo("Add the missing file, or correct 'Revises'; known heads are ['c3'].");
    }

    @Test
    void aCycleIsNamedWithoutWhatMerelyFollowsIt() {
        GraphFault fault = onlyFault("a", "d->b", "b->c", "c->d", "d->e");

        assertThat(fault)
                .isInstanceOfSatisfying(
                        GraphFault.Cycle.class,
                        cycle -> assertThat(cycle.ids()).containsExactlyInAnyOrder("b", "c", "d"));
    }

    @Test
    void aCycleThroughADependencyIsFound() {
        assertThat(onlyFault("a", "a->b after c", "b->c")).isInstanceOf(GraphFault.Cycle.class);
    }

    @Test
    void aCycleSaysWhetherItTakesADependency() {
        assertThat(onlyFault("c->b", "b->c").message()).isEqualTo("Revisions form a cycle: 'b' -> 'c' -> 'b'.");
        assertThat(onlyFault("a", "a->b after c", "b->c").message())
                .isEqualTo("Revisions form a cycle through a dependency: 'b' -> 'c' -> 'b'.");
        assertThat(onlyFault("c->c").message()).isEqualTo("Revision 'c' revises itself.");
        assertThat(onlyFault("a", "a->c after c").message()).isEqualTo("Revision 'c' depends on itself.");
    }

    @Test
    void aLabelThatCouldNotBeTypedIsAFault() {
        assertThat(RevisionGraph.faults(List.of(labelled("a", List.of(), List.of(), "x@y"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .isEqualTo("Character '@' is not allowed in the branch label 'x@y' of revision 'a'."));
    }

    @Test
    void theEndsAndForksOfTheGraphAreFound() {
        RevisionGraph graph = graph("a", "a->b", "a->c", "b,c->m", "x", "m->n after x");

        assertThat(graph.bases()).extracting(Revision::id).containsExactly("a", "x");
        assertThat(graph.heads()).extracting(Revision::id).containsExactly("x", "n");
        assertThat(graph.realHeads()).extracting(Revision::id).containsExactly("n");
        assertThat(graph.effectiveHeads()).extracting(Revision::id).containsExactly("x");
        assertThat(graph.branchPoints()).extracting(Revision::id).containsExactly("a");
        assertThat(graph.mergePoints()).extracting(Revision::id).containsExactly("m");
        assertThat(graph.tips(graph.ids())).extracting(Revision::id).containsExactly("x", "n");
        assertThat(graph.lineage(graph.find("b").orElseThrow())).containsExactlyInAnyOrder("a", "b", "m", "n");
    }

    @Test
    void twoCyclesAreTwoFaults() {
        assertThat(RevisionGraph.faults(revisions("b->a", "a->b", "d->c", "c->d")))
                .hasSize(2);
    }

    @Test
    void aChainOfTenThousandIsNoRecursion() {
        List<String> edges = new ArrayList<>(List.of("r0"));
        for (int i = 1; i < 10_000; i++) {
            edges.add("r%d->r%d".formatted(i - 1, i));
        }

        RevisionGraph graph = graph(edges.toArray(String[]::new));

        assertThat(graph.heads()).extracting(Revision::id).containsExactly("r9999");
        assertThat(graph.ancestors(graph.heads())).hasSize(10_000);
    }

    private static GraphFault onlyFault(String... edges) {
        List<GraphFault> faults = RevisionGraph.faults(revisions(edges));
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }
}
