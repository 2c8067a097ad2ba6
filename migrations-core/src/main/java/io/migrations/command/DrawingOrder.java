/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The order in which a graph is drawn: newest first, a branch down to where it began before the next one, as {@code git
 * log --topo-order} has it. A revision stands above its parents and its dependencies.
 */
final class DrawingOrder {

    private DrawingOrder() {}

    static List<Revision> of(RevisionGraph graph) {
        Map<String, Integer> open = new HashMap<>();
        graph.revisions()
                .forEach(revision -> graph.predecessors(revision).forEach(id -> open.merge(id, 1, Integer::sum)));
        Deque<Revision> ready = new ArrayDeque<>();
        graph.revisions().stream()
                .filter(revision -> !open.containsKey(revision.id()))
                .forEach(ready::push);
        List<Revision> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Revision revision = ready.pop();
            order.add(revision);
            for (String id : dependenciesFirst(graph, revision)) {
                if (Objects.requireNonNull(open.merge(id, -1, Integer::sum)) == 0) {
                    ready.push(graph.find(id).orElseThrow());
                }
            }
        }
        return order;
    }

    /** The last one is drawn next, and that is to be a parent. */
    private static List<String> dependenciesFirst(RevisionGraph graph, Revision revision) {
        List<String> ids = new ArrayList<>(graph.predecessors(revision));
        ids.removeAll(revision.parents());
        ids.addAll(revision.parents());
        return ids;
    }
}
