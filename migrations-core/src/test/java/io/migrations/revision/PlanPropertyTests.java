/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every plan, whatever the graph. */
class PlanPropertyTests {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anUpgradeRespectsParentsAndDependenciesAndEndsAtTheMaximalRevisions(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> applied = random.applied();
        Target target = Target.parse(random.revision().id());

        Plan plan = new Planner(graph, applied).upgrade(target);

        Set<String> done = new HashSet<>(applied);
        for (Step step : plan.steps()) {
            assertThat(done).containsAll(graph.predecessors(step.revision()));
            assertThat(done.add(step.revision().id())).isTrue();
        }
        assertThat(done).contains(target.text());
        assertThat(plan.headsBefore()).isEqualTo(maximal(graph, applied));
        assertThat(plan.headsAfter()).isEqualTo(maximal(graph, done));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDowngradeUndoesNothingThatSomethingAppliedStandsOn(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> all = graph.ancestors(graph.heads());

        for (Revision revision : graph.revisions()) {
            if (graph.children(revision).isEmpty()) {
                continue;
            }
            Set<String> done = new HashSet<>(all);
            Plan plan = new Planner(graph, all).downgrade(Target.parse(revision.id()));
            for (Step step : plan.steps()) {
                assertThat(ids(graph.successors(step.revision()))).doesNotContainAnyElementsOf(done);
                assertThat(done.remove(step.revision().id())).isTrue();
            }
            assertThat(done).contains(revision.id()).doesNotContainAnyElementsOf(ids(graph.children(revision)));
            assertThat(plan.headsAfter()).isEqualTo(maximal(graph, done));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void upgradeThenDowngradeComesBack(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> before = random.applied();

        Plan up = new Planner(graph, before).upgrade(Target.HEADS);
        Plan down = new Planner(graph, graph.ids()).downgrade(Target.BASE);
        Plan upAgain = Planner.atHeads(graph, List.copyOf(down.headsAfter())).upgrade(Target.HEADS);

        assertThat(up.headsAfter()).isEqualTo(down.headsBefore()).isEqualTo(upAgain.headsAfter());
        assertThat(down.headsAfter()).isEmpty();
        assertThat(ids(down)).containsExactlyInAnyOrderElementsOf(graph.ids());
        assertThat(ids(upAgain)).containsExactlyInAnyOrderElementsOf(graph.ids());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anUpgradeThatStoppedAnywhereIsResumedToTheSameEnd(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> applied = new HashSet<>(random.applied());
        Plan plan = new Planner(graph, applied).upgrade(Target.HEADS);

        for (int done = 0; done < plan.steps().size(); done++) {
            Plan resumed = new Planner(graph, applied).upgrade(Target.HEADS);

            assertThat(resumed.steps())
                    .isEqualTo(plan.steps().subList(done, plan.steps().size()));
            assertThat(resumed.headsAfter()).isEqualTo(plan.headsAfter());
            applied.add(plan.steps().get(done).revision().id());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDowngradeThatStoppedAnywhereIsResumedToTheSameEnd(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> applied = new HashSet<>(graph.ids());
        Revision branchPoint = graph.revisions().stream()
                .filter(revision -> !graph.children(revision).isEmpty())
                .findFirst()
                .orElse(null);
        Target target = branchPoint == null ? Target.BASE : Target.parse(branchPoint.id());
        Plan plan = new Planner(graph, applied).downgrade(target);

        for (int done = 0; done < plan.steps().size(); done++) {
            Plan resumed = new Planner(graph, applied).downgrade(target);

            assertThat(resumed.steps())
                    .isEqualTo(plan.steps().subList(done, plan.steps().size()));
            assertThat(resumed.headsAfter()).isEqualTo(plan.headsAfter());
            applied.remove(plan.steps().get(done).revision().id());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStampMakesItsTargetAHeadAndSaysNothingNewTheSecondTime(long seed) {
        var random = new RandomGraph(seed);
        RevisionGraph graph = random.graph();
        Set<String> applied = new HashSet<>(random.applied());
        List<Target> targets = List.of(Target.parse(random.revision().id()));

        Stamp stamp = new Planner(graph, applied).stamp(targets);
        stamp.added().forEach(revision -> applied.add(revision.id()));
        stamp.removed().forEach(applied::remove);

        assertThat(stamp.headsAfter()).contains(targets.get(0).text()).isEqualTo(maximal(graph, applied));
        assertThat(new Planner(graph, applied).stamp(targets).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStampOfAllHeadsOrOfNothingSaysJustThat(long seed) {
        var random = new RandomGraph(seed);
        var planner = new Planner(random.graph(), random.applied());

        assertThat(planner.stamp(List.of(Target.HEADS)).headsAfter())
                .containsExactlyInAnyOrderElementsOf(ids(random.graph().realHeads()));
        assertThat(planner.stamp(List.of(Target.BASE)).headsAfter()).isEmpty();
    }

    /** Found the slow way: what no other revision of the set stands on. */
    private static Set<String> maximal(RevisionGraph graph, Set<String> applied) {
        Set<String> below = new HashSet<>();
        for (String id : applied) {
            List<Revision> before = new ArrayList<>();
            graph.predecessors(graph.find(id).orElseThrow())
                    .forEach(predecessor -> before.add(graph.find(predecessor).orElseThrow()));
            below.addAll(graph.ancestors(before));
        }
        return applied.stream().filter(id -> !below.contains(id)).collect(Collectors.toSet());
    }

    private static List<String> ids(Plan plan) {
        return ids(plan.steps().stream().map(Step::revision).toList());
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
