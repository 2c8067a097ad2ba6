/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The circles of a graph: its strongly connected components of more than one, found as Tarjan does. */
final class Circles {

    private final Map<Action, Set<Action>> edges;
    private final Map<Action, Integer> index = new HashMap<>();
    private final Map<Action, Integer> low = new HashMap<>();
    private final Deque<Action> stack = new ArrayDeque<>();
    private final Set<Action> onStack = new HashSet<>();
    private final List<Set<Action>> circles = new ArrayList<>();

    Circles(Map<Action, Set<Action>> edges) {
        this.edges = edges;
    }

    List<Set<Action>> find() {
        List.copyOf(edges.keySet()).forEach(action -> {
            if (!index.containsKey(action)) {
                visit(action);
            }
        });
        return circles;
    }

    private void visit(Action start) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(begin(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (visit.followers.hasNext()) {
                Action next = visit.followers.next();
                if (!index.containsKey(next)) {
                    visits.push(begin(next));
                } else if (onStack.contains(next)) {
                    low.merge(visit.action, index.get(next), Math::min);
                }
            } else {
                visits.pop();
                end(visit.action);
                if (!visits.isEmpty()) {
                    low.merge(visits.peek().action, low.get(visit.action), Math::min);
                }
            }
        }
    }

    private Visit begin(Action action) {
        index.put(action, index.size());
        low.put(action, index.get(action));
        stack.push(action);
        onStack.add(action);
        return new Visit(action, edges.getOrDefault(action, Set.of()).iterator());
    }

    private void end(Action action) {
        if (!Objects.equals(low.get(action), index.get(action))) {
            return;
        }
        Set<Action> component = new HashSet<>();
        Action member;
        do {
            member = stack.pop();
            onStack.remove(member);
            component.add(member);
        } while (!member.equals(action));
        if (component.size() > 1) {
            circles.add(component);
        }
    }

    private record Visit(Action action, Iterator<Action> followers) {}
}
