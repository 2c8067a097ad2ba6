/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One kind of edge between revisions, in one direction. */
final class Edges {

    private final Map<String, List<Revision>> targets;

    private Edges(Map<String, List<Revision>> targets) {
        this.targets = targets;
    }

    static Edges of(Collection<Revision> revisions, Function<Revision, List<Revision>> next) {
        Map<String, List<Revision>> targets = new HashMap<>();
        for (Revision revision : revisions) {
            targets.put(revision.id(), next.apply(revision));
        }
        return new Edges(targets);
    }

    /** The same edges the other way round; the order of the revisions is the order of what an edge leads to. */
    Edges inverse(Collection<Revision> revisions) {
        Map<String, List<Revision>> inverse = new HashMap<>();
        for (Revision revision : revisions) {
            for (Revision target : from(revision)) {
                inverse.computeIfAbsent(target.id(), id -> new ArrayList<>()).add(revision);
            }
        }
        return new Edges(inverse);
    }

    List<Revision> from(Revision revision) {
        return targets.getOrDefault(revision.id(), List.of());
    }

    /** The ids of these revisions and of all that can be reached from them. */
    Set<String> reach(Collection<Revision> start) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Revision> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            Revision revision = open.pop();
            if (reached.add(revision.id())) {
                open.addAll(from(revision));
            }
        }
        return reached;
    }

    /**
     * Those of these ids that none of the others leads to, on whatever way.
     *
     * @param sorted all revisions, each after what its edges lead to
     */
    Set<String> uncovered(List<Revision> sorted, Set<String> ids) {
        Set<String> covered = new HashSet<>();
        Set<String> uncovered = new HashSet<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Revision revision = sorted.get(i);
            boolean isCovered = covered.contains(revision.id());
            if (ids.contains(revision.id()) && !isCovered) {
                uncovered.add(revision.id());
            }
            if (isCovered || ids.contains(revision.id())) {
                from(revision).forEach(target -> covered.add(target.id()));
            }
        }
        return uncovered;
    }
}
