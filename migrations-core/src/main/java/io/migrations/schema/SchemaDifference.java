/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What turns one schema into another, as operations in an order that can be run. What a change has to be made around,
 * such as a view on a column that gets another type, is dropped and made again as it was. Immutable.
 *
 * @param first what has to be committed before the rest can run: values of enums that the rest uses
 * @param rest everything else
 */
public record SchemaDifference(List<Change> first, List<Change> rest) {

    public SchemaDifference {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /** The difference, where new values of enums may be committed by themselves first. */
    public static SchemaDifference between(Snapshot from, Snapshot to) {
        return of(from, to, Set.of(), true);
    }

    /** The difference for one transaction: an enum whose new values are used in it at once is made anew. */
    public static SchemaDifference inOneTransaction(Snapshot from, Snapshot to) {
        return of(from, to, Set.of(), false);
    }

    /**
     * Makes some objects of a schema anew as they are, with all that leans on them. Loses no rows, but in a database
     * without any it serves to let the server print once more what it has printed.
     */
    public static List<Change> renewal(Snapshot snapshot, Set<ObjectKey> objects) {
        return renewal(snapshot, snapshot, objects);
    }

    /** The same, in the words of another snapshot, which is the same otherwise. */
    static List<Change> renewal(Snapshot snapshot, Snapshot words, Set<ObjectKey> objects) {
        return of(snapshot, words, objects, false).rest();
    }

    private static SchemaDifference of(Snapshot from, Snapshot to, Set<ObjectKey> forced, boolean maySplit) {
        if (forced.isEmpty() && areSame(from, to)) {
            return new SchemaDifference(List.of(), List.of());
        }
        var renames = SafeRenames.between(InheritedParts.released(from, to), to);
        Sides sides = new Sides(renames.applied(), to);
        var renderings = new Renderings(sides);
        Map<ObjectKey, Fate> fates = Fates.decide(sides, renderings, forced);
        Set<ObjectKey> early = new NewEnumValues(sides, fates).usedAtOnce();
        if (!early.isEmpty() && !maySplit) {
            Set<ObjectKey> anew = new HashSet<>(forced);
            anew.addAll(early);
            fates = Fates.decide(sides, renderings, anew);
            early = Set.of();
        }
        var steps = new Steps(sides, fates, renderings);
        List<Change> first = new ArrayList<>();
        early.forEach(type -> first.addAll(renderings.of(type).alter(sides.before(type), sides.after(type))));
        List<Change> rest = new ArrayList<>(renames.changes());
        rest.addAll(steps.changes(early));
        return new SchemaDifference(first, rest);
    }

    /** Spares the most frequent comparison, that of nothing, all the work. */
    private static boolean areSame(Snapshot from, Snapshot to) {
        return from.objects().keySet().equals(to.objects().keySet())
                && from.objects().values().stream()
                        .allMatch(object -> to.find(object.key())
                                .filter(other ->
                                        object.isSame(other) && object.facts().equals(other.facts()))
                                .isPresent());
    }

    public boolean isEmpty() {
        return first.isEmpty() && rest.isEmpty();
    }

    /** All of it, in order. */
    public List<Change> changes() {
        List<Change> all = new ArrayList<>(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
