/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts names after those they depend on; where that leaves a choice, as a person counts. Pure.
 *
 * @param names the names in order, without those in or above a cycle
 * @param cycle the names of one cycle, each depending on the next; none where there is no cycle
 */
record RepeatableOrder(List<String> names, List<String> cycle) {

    RepeatableOrder {
        names = List.copyOf(names);
        cycle = List.copyOf(cycle);
    }

    /**
     * Orders some names.
     *
     * @param dependencies what each depends on; what is no key does not count
     */
    static RepeatableOrder of(Map<String, ? extends Collection<String>> dependencies) {
        Map<String, Set<String>> open = new TreeMap<>(NaturalOrder.INSTANCE);
        dependencies.forEach((name, lower) -> {
            Set<String> known = new TreeSet<>(NaturalOrder.INSTANCE);
            lower.stream().filter(dependencies::containsKey).forEach(known::add);
            open.put(name, known);
        });
        List<String> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return new RepeatableOrder(ordered, cycleIn(open));
            }
            ordered.add(next);
            open.remove(next);
            open.values().forEach(lower -> lower.remove(next));
        }
        return new RepeatableOrder(ordered, List.of());
    }

    /** Each that is left depends on another that is left, so following one of these leads in a circle. */
    private static List<String> cycleIn(Map<String, Set<String>> open) {
        List<String> way = new ArrayList<>();
        String name = open.keySet().iterator().next();
        while (!way.contains(name)) {
            way.add(name);
            name = open.getOrDefault(name, Set.of()).iterator().next();
        }
        return way.subList(way.indexOf(name), way.size());
    }
}
