/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Actions, which of them comes before which, and which of them one statement does together. Where statements that do
 * several would have to come both before and after another, they are taken apart again.
 */
final class ActionGraph {

    private final Set<Action> actions = new LinkedHashSet<>();
    private final Map<Action, Set<Action>> after = new HashMap<>();
    private final Map<Action, Set<Action>> before = new HashMap<>();
    private final Map<Action, Action> merged = new LinkedHashMap<>();
    private final Set<Action> inseparable = new HashSet<>();

    void add(Action action) {
        actions.add(action);
    }

    boolean has(Action action) {
        return actions.contains(action);
    }

    /** One before the other, if both are to be done. */
    void order(Action first, Action second) {
        if (!first.equals(second) && actions.contains(first) && actions.contains(second)) {
            after.computeIfAbsent(first, key -> new LinkedHashSet<>()).add(second);
            before.computeIfAbsent(second, key -> new LinkedHashSet<>()).add(first);
        }
    }

    /**
     * Lets the statement of one action do another, too.
     *
     * @param always whether nothing else can do it
     */
    void merge(Action part, Action whole, boolean always) {
        if (actions.contains(part) && actions.contains(whole) && !part.equals(whole)) {
            merged.put(part, whole);
            if (always) {
                inseparable.add(part);
            }
        }
    }

    boolean isMerged(Action action) {
        return merged.containsKey(action);
    }

    /** The actions that have statements of their own, in an order that can be run, each with those it does besides. */
    Map<Action, List<Action>> sorted(Comparator<Action> priority) {
        while (separate()) {
            // Each round takes at least one action out of a statement.
        }
        Map<Action, Set<Action>> edges = wholes();
        Map<Action, Integer> waiting = new HashMap<>();
        actions.stream().filter(action -> !isMerged(action)).forEach(action -> waiting.put(action, 0));
        edges.values().forEach(followers -> followers.forEach(next -> waiting.merge(next, 1, Integer::sum)));
        PriorityQueue<Action> ready = new PriorityQueue<>(priority);
        waiting.forEach((action, count) -> {
            if (count == 0) {
                ready.add(action);
            }
        });
        Map<Action, List<Action>> sorted = new LinkedHashMap<>();
        while (sorted.size() < waiting.size()) {
            Action next = ready.isEmpty()
                    ? waiting.keySet().stream()
                            .filter(action -> !sorted.containsKey(action))
                            .min(priority)
                            .orElseThrow()
                    : ready.remove();
            if (sorted.containsKey(next)) {
                continue;
            }
            sorted.put(next, new ArrayList<>());
            for (Action follower : edges.getOrDefault(next, Set.of())) {
                if (waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        merged.keySet()
                .forEach(part -> Objects.requireNonNull(sorted.get(whole(part))).add(part));
        return sorted;
    }

    private Action whole(Action action) {
        Action whole = action;
        while (merged.containsKey(whole)) {
            whole = merged.get(whole);
        }
        return whole;
    }

    private Map<Action, Set<Action>> wholes() {
        Map<Action, Set<Action>> edges = new HashMap<>();
        after.forEach((first, followers) -> {
            Action from = whole(first);
            for (Action follower : followers) {
                Action into = whole(follower);
                if (!from.equals(into)) {
                    edges.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(into);
                }
            }
        });
        return edges;
    }

    /** Takes apart what stands in a circle; whether there was something to take apart. */
    private boolean separate() {
        boolean changed = false;
        for (Set<Action> circle : new Circles(wholes()).find()) {
            List<Action> parts = merged.keySet().stream()
                    .filter(part -> !inseparable.contains(part) && circle.contains(whole(part)))
                    .filter(part -> stands(part, circle))
                    .toList();
            List<Action> foreignKeys = parts.stream()
                    .filter(part -> part.is(Verb.DROP) && part.key().kind() == SchemaKind.CONSTRAINT)
                    .toList();
            List<Action> apart = foreignKeys.isEmpty() ? parts : foreignKeys;
            apart.forEach(merged::remove);
            changed |= !apart.isEmpty();
        }
        return changed;
    }

    /** Whether it is for this part, too, that its statement stands in a circle. */
    private boolean stands(Action part, Set<Action> circle) {
        boolean goesOn = after.getOrDefault(part, Set.of()).stream().anyMatch(next -> isOther(part, next, circle));
        return goesOn
                || before.getOrDefault(part, Set.of()).stream().anyMatch(earlier -> isOther(part, earlier, circle));
    }

    private boolean isOther(Action part, Action other, Set<Action> circle) {
        return circle.contains(whole(other)) && !whole(other).equals(whole(part));
    }
}
