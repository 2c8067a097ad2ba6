/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/** Puts revisions after what they stand on; where that leaves a choice, the order they were given in decides. */
final class TopologicalOrder {

    private TopologicalOrder() {}

    static List<Revision> of(Collection<Revision> revisions, Edges predecessors, Edges successors) {
        Map<String, Integer> order = new HashMap<>();
        revisions.forEach(revision -> order.put(revision.id(), order.size()));
        Map<String, Integer> open = new HashMap<>();
        var ready = new PriorityQueue<Revision>(
                Comparator.comparing(revision -> Objects.requireNonNull(order.get(revision.id()))));
        for (Revision revision : revisions) {
            int count = predecessors.from(revision).size();
            open.put(revision.id(), count);
            if (count == 0) {
                ready.add(revision);
            }
        }
        List<Revision> result = new ArrayList<>(revisions.size());
        while (!ready.isEmpty()) {
            Revision revision = ready.remove();
            result.add(revision);
            for (Revision successor : successors.from(revision)) {
                if (open.merge(successor.id(), -1, Integer::sum) == 0) {
                    ready.add(successor);
                }
            }
        }
        return List.copyOf(result);
    }
}
