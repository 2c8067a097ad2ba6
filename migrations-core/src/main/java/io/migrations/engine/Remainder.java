/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is left of a plan while others may change the database between its steps. Pure. */
final class Remainder {

    private Remainder() {}

    /**
     * The steps that still have something to do. A target is not counted anew: from where the run has come by now
     * {@code +2} leads further than from where it began. What others have done in the meantime needs no doing.
     *
     * @param done the ids of the revisions that the run is done with
     * @throws PlanChangedException where what is left has lost the ground it stands on, or something stands on it
     */
    static Plan of(Plan first, Set<String> done, Set<String> applied, RevisionGraph graph) {
        boolean upgrade = first.direction() == Direction.UPGRADE;
        List<Step> left = first.steps().stream()
                .filter(step -> !done.contains(step.revision().id()))
                .filter(step -> applied.contains(step.revision().id()) != upgrade)
                .toList();
        Set<String> ids = left.stream().map(step -> step.revision().id()).collect(Collectors.toSet());
        Set<String> after = new HashSet<>(applied);
        if (upgrade) {
            after.addAll(ids);
        } else {
            after.removeAll(ids);
        }
        if (!(upgrade ? standOn(graph, left, after) : isClearOf(graph, ids, after))) {
            throw new PlanChangedException();
        }
        return new Plan(first.direction(), first.target(), left, graph.heads(applied), graph.heads(after));
    }

    private static boolean standOn(RevisionGraph graph, List<Step> steps, Set<String> ground) {
        return steps.stream().allMatch(step -> ground.containsAll(graph.predecessors(step.revision())));
    }

    private static boolean isClearOf(RevisionGraph graph, Set<String> undone, Set<String> staying) {
        return graph.revisions().stream()
                .filter(revision -> staying.contains(revision.id()))
                .noneMatch(revision -> graph.predecessors(revision).stream().anyMatch(undone::contains));
    }
}
