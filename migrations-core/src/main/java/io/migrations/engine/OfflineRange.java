/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Planner;
import io.migrations.revision.Range;
import io.migrations.revision.Resolver;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Stamp;
import io.migrations.revision.Target;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a script goes that is written without a database: {@code FROM:TO}, or targets alone, which start
 * from an empty database. As in Alembic, with {@code FROM} all that it stands on counts as applied.
 *
 * @param from where it starts, null for {@code base}
 * @param to where it goes; none where the end of a range is left out
 */
record OfflineRange(@Nullable Target from, List<Target> to) {

    OfflineRange {
        to = List.copyOf(to);
    }

    static OfflineRange parse(List<String> texts) {
        if (texts.size() != 1 || texts.get(0).indexOf(':') < 0) {
            return new OfflineRange(null, Decision.parse(texts));
        }
        Range range = Range.parse(texts.get(0));
        return new OfflineRange(range.from(), range.to() == null ? List.of() : List.of(range.to()));
    }

    /** With all repeatable scripts where it ends at all revisions: which of them have changed the script finds out. */
    Plan upgrade(ScriptDirectory directory) {
        RevisionGraph graph = directory.graph();
        Plan plan = planner(graph).upgrade(to.isEmpty() ? List.of(Target.HEAD) : to);
        Set<String> after = graph.ancestors(plan.headsAfter().stream()
                .map(id -> graph.find(id).orElseThrow())
                .toList());
        return after.containsAll(graph.ids())
                ? plan.with(directory.repeatables().stream()
                        .map(RepeatableScript::name)
                        .toList())
                : plan;
    }

    Plan downgrade(RevisionGraph graph) {
        return planner(graph).downgrade(toOrNothing().get(0));
    }

    Stamp stamp(RevisionGraph graph) {
        return planner(graph).stamp(toOrNothing());
    }

    /** No end is as wrong as an empty one, where none goes without saying. */
    private List<Target> toOrNothing() {
        return to.isEmpty() ? Decision.parse(List.of()) : to;
    }

    private Planner planner(RevisionGraph graph) {
        return Planner.atHeads(graph, new Resolver(graph).recordedHeads(from));
    }
}
