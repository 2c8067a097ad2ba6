/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Planner;
import io.migrations.revision.Range;
import io.migrations.revision.Resolver;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Stamp;
import io.migrations.revision.Target;
import java.util.List;
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

    Plan upgrade(RevisionGraph graph) {
        return planner(graph).upgrade(to.isEmpty() ? List.of(Target.HEAD) : to);
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
