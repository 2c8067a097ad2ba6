/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Planner;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Stamp;
import io.migrations.revision.Target;
import io.migrations.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns what is to be stamped into what is to be recorded, given what is applied. Pure. */
record StampDecision(ScriptDirectory directory, List<Target> targets, boolean purge) {

    StampDecision {
        targets = List.copyOf(targets);
    }

    /**
     * What must change in the applied set. With purge it holds nothing but the targets and what they stand on
     * afterwards, as if it had been emptied before.
     *
     * @throws UnknownAppliedException for revisions this build does not know, without purge
     */
    Stamp decide(List<AppliedRevision> applied) {
        RevisionGraph graph = Decision.withUnknown(directory.graph(), applied);
        Set<String> ids = new HashSet<>();
        applied.forEach(revision -> ids.add(revision.id()));
        if (purge) {
            return purged(graph, ids);
        }
        Stamp stamp = Decision.planner(graph, applied).stamp(targets);
        List<String> unknown = stamp.removed().stream()
                .filter(id -> !directory.graph().contains(id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownAppliedException(unknown);
        }
        return stamp;
    }

    private Stamp purged(RevisionGraph graph, Set<String> applied) {
        Stamp fromNothing = new Planner(directory.graph(), List.of()).stamp(targets);
        Set<String> after = new HashSet<>();
        fromNothing.added().forEach(revision -> after.add(revision.id()));
        List<String> removed = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            if (applied.contains(revision.id()) && !after.contains(revision.id())) {
                removed.add(revision.id());
            }
        }
        Collections.reverse(removed);
        return new Stamp(
                fromNothing.targets(),
                fromNothing.added().stream()
                        .filter(revision -> !applied.contains(revision.id()))
                        .toList(),
                removed,
                graph.heads(applied),
                fromNothing.headsAfter());
    }
}
