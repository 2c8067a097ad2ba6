/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds rings of revisions that come before themselves, each named without what merely follows it. */
final class Cycles {

    private final Map<String, List<String>> predecessors;
    private final Map<String, List<String>> successors = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private final Set<String> remaining;

    private Cycles(Map<String, List<String>> predecessors) {
        this.predecessors = predecessors;
        this.remaining = new LinkedHashSet<>(predecessors.keySet());
        predecessors.forEach((id, before) -> {
            int count = 0;
            for (String predecessor : before) {
                if (remaining.contains(predecessor)) {
                    count++;
                    successors
                            .computeIfAbsent(predecessor, key -> new ArrayList<>())
                            .add(id);
                }
            }
            open.put(id, count);
            if (count == 0) {
                ready.add(id);
            }
        });
    }

    /** Every cycle of these edges, which lead from an id to the ids before it. */
    static List<List<String>> in(Map<String, List<String>> predecessors) {
        var search = new Cycles(predecessors);
        List<List<String>> cycles = new ArrayList<>();
        search.dropResolved();
        while (!search.remaining.isEmpty()) {
            List<String> cycle = search.walkIntoCycle();
            cycles.add(cycle);
            search.remaining.removeAll(cycle);
            cycle.forEach(search::release);
            search.dropResolved();
        }
        return cycles;
    }

    /** Removes whatever has no predecessor left, and what that frees, until only cycles and their descendants remain. */
    private void dropResolved() {
        while (!ready.isEmpty()) {
            String id = ready.remove();
            if (remaining.remove(id)) {
                release(id);
            }
        }
    }

    private void release(String id) {
        for (String successor : successors.getOrDefault(id, List.of())) {
            if (open.merge(successor, -1, Integer::sum) == 0) {
                ready.add(successor);
            }
        }
    }

    private List<String> walkIntoCycle() {
        Set<String> path = new LinkedHashSet<>();
        String id = remaining.iterator().next();
        while (path.add(id)) {
            id = Objects.requireNonNull(predecessors.get(id)).stream()
                    .filter(remaining::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> walked = new ArrayList<>(path);
        return List.copyOf(walked.subList(walked.indexOf(id), walked.size()));
    }
}
