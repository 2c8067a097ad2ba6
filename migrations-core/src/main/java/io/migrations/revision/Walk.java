/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts steps along parents for a relative target; there must be one way at each step, as in Alembic. The place before
 * the first revision is null.
 *
 * @param stopsAtEnd whether to stay at the last revision, or before the first, instead of failing
 */
record Walk(RevisionGraph graph, Target target, boolean stopsAtEnd) {

    /** The place that many steps above another, by revisions with these ids only. */
    @Nullable Revision up(@Nullable Revision start, int steps, Set<String> within) {
        Revision place = start;
        for (int step = 0; step < steps; step++) {
            List<Revision> ways = (place == null ? graph.bases() : graph.children(place))
                    .stream().filter(child -> within.contains(child.id())).toList();
            if (ways.isEmpty()) {
                return end(place, step, steps, "above");
            }
            place = only(place, ways, "up");
        }
        return place;
    }

    /** The place that many steps below another. */
    @Nullable Revision down(@Nullable Revision start, int steps) {
        Revision place = start;
        for (int step = 0; step < steps; step++) {
            if (place == null) {
                return end(null, step, steps, "below");
            }
            List<Revision> ways = graph.parents(place);
            place = ways.isEmpty() ? null : only(place, ways, "down");
        }
        return place;
    }

    private @Nullable Revision end(@Nullable Revision place, int step, int steps, String direction) {
        if (stopsAtEnd) {
            return place;
        }
        throw new InvalidTargetException(
                target.text(),
                Reason.TOO_FAR,
                "Target '%s' goes too far: it takes %d steps, and after %d there is nothing %s %s."
                        .formatted(target, steps, step, direction, name(place)));
    }

    private Revision only(@Nullable Revision place, List<Revision> ways, String direction) {
        if (ways.size() == 1) {
            return ways.get(0);
        }
        throw new InvalidTargetException(
                target.text(),
                Reason.SEVERAL_WAYS,
                "Target '%s' is ambiguous: from %s %d ways lead %s: %s. Name one of them%s."
                        .formatted(
                                target,
                                name(place),
                                ways.size(),
                                direction,
                                Quoted.withSources(ways),
                                direction.equals("up") ? ", or its branch as in 'label@+1'" : ""));
    }

    private static String name(@Nullable Revision place) {
        return place == null ? "'base'" : "'" + place.id() + "'";
    }
}
