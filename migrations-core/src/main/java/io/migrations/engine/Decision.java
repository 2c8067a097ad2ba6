/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RecordedState;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Planner;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Target;
import io.migrations.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was asked for into a plan, given what is applied. Pure. */
record Decision(
        ScriptDirectory directory,
        Direction direction,
        List<Target> targets,
        @Nullable String undone) {

    Decision {
        targets = List.copyOf(targets);
    }

    static Decision upgrade(ScriptDirectory directory, List<String> targets) {
        return new Decision(directory, Direction.UPGRADE, parse(targets), null);
    }

    static Decision downgrade(ScriptDirectory directory, String target) {
        return new Decision(directory, Direction.DOWNGRADE, List.of(Target.parse(target)), null);
    }

    /** Undoes one revision and nothing else. */
    static Decision undo(ScriptDirectory directory, String revision) {
        return new Decision(directory, Direction.DOWNGRADE, List.of(), revision);
    }

    /** No target at all is as wrong as an empty one. */
    static List<Target> parse(List<String> targets) {
        return targets.isEmpty()
                ? List.of(Target.parse(""))
                : targets.stream().map(Target::parse).toList();
    }

    Plan plan(List<AppliedRevision> applied) {
        Planner planner = planner(graph(applied), applied);
        if (undone != null) {
            return planner.undo(undone);
        }
        return direction == Direction.UPGRADE ? planner.upgrade(targets) : planner.downgrade(targets.get(0));
    }

    /** The same with the repeatable scripts that run after an upgrade. */
    Plan plan(RecordedState state) {
        return withRepeatables(plan(state.applied()), state);
    }

    /** As {@link #rest(Plan, Set, List)}, with the repeatable scripts that run after an upgrade. */
    Plan rest(Plan first, Set<String> done, RecordedState state) {
        return withRepeatables(rest(first, done, state.applied()), state);
    }

    private Plan withRepeatables(Plan plan, RecordedState state) {
        return direction == Direction.UPGRADE
                ? plan.with(RepeatableDecision.of(directory, plan, state).toRun())
                : plan;
    }

    /**
     * What is left of a plan that was decided earlier.
     *
     * @param done the ids of the revisions that the run is done with
     * @throws PlanChangedException where what is left cannot be done any more
     */
    private Plan rest(Plan first, Set<String> done, List<AppliedRevision> applied) {
        Set<String> ids = applied.stream().map(AppliedRevision::id).collect(Collectors.toSet());
        return Remainder.of(first, done, ids, graph(applied));
    }

    private RevisionGraph graph(List<AppliedRevision> applied) {
        return direction == Direction.UPGRADE
                ? directory.graph()
                : new RecordedEdges(withUnknown(directory.graph(), applied), applied).onTop();
    }

    /** A planner for which {@code -1} undoes what was applied last. */
    static Planner planner(RevisionGraph graph, List<AppliedRevision> applied) {
        List<String> ids =
                new ArrayList<>(applied.stream().map(AppliedRevision::id).toList());
        Set<String> all = Set.copyOf(ids);
        // The applied set is read in the order in which it was applied.
        Collections.reverse(ids);
        return new Planner(graph, all, ids);
    }

    /** The graph of this build, and on top what only the database knows. */
    static RevisionGraph withUnknown(RevisionGraph graph, List<AppliedRevision> applied) {
        Set<String> ids = new HashSet<>(graph.ids());
        applied.forEach(revision -> ids.add(revision.id()));
        List<Revision> all = new ArrayList<>(graph.revisions());
        for (AppliedRevision revision : applied) {
            if (!graph.contains(revision.id())) {
                all.add(revision.revision().restrictedTo(ids));
            }
        }
        return all.size() == graph.ids().size() ? graph : RevisionGraph.of(all);
    }
}
