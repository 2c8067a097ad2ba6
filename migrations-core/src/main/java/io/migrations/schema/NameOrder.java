/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names are taken once they are free. */
final class NameOrder {

    private NameOrder() {}

    static void put(Sides sides, Map<ObjectKey, Fate> fates, ActionGraph graph) {
        Map<String, List<Action>> free = new HashMap<>();
        for (ObjectKey key : fates.keySet()) {
            Fate fate = fates.getOrDefault(key, Fate.KEEP);
            List<String> freed =
                    fate.isGone() ? sides.from().find(key).map(Slots::left).orElse(List.of()) : Slots.freed(sides, key);
            Verb verb = fate == Fate.SWAP ? Verb.RELEASE : fate == Fate.ALTER ? Verb.ALTER : Verb.DROP;
            freed.forEach(slot ->
                    free.computeIfAbsent(slot, name -> new ArrayList<>()).add(new Action(verb, key)));
        }
        for (ObjectKey key : fates.keySet()) {
            Fate fate = fates.getOrDefault(key, Fate.KEEP);
            List<String> taken =
                    fate.isMade() ? sides.to().find(key).map(Slots::needed).orElse(List.of()) : Slots.taken(sides, key);
            Verb verb = fate == Fate.ALTER ? Verb.ALTER : Verb.CREATE;
            taken.forEach(slot -> free.getOrDefault(slot, List.of()).stream()
                    .filter(action -> !action.key().equals(key))
                    .forEach(action -> graph.order(action, new Action(verb, key))));
        }
    }
}
