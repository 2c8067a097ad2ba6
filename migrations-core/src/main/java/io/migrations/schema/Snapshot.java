/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The schema of a database at one moment, as one immutable value. What belongs to an extension, to PostgreSQL itself or
 * to the history is no part of it.
 *
 * @param objects everything in it
 * @param dependencies what could not be without what
 * @param casts the casts that the server knows
 * @param majorVersion of the server; texts of two versions are not alike
 * @param unread what the database has besides that is not read: {@code 2 conversions}
 */
public record Snapshot(
        SortedMap<ObjectKey, SchemaObject> objects,
        Set<Dependency> dependencies,
        Set<Cast> casts,
        int majorVersion,
        List<String> unread) {

    public Snapshot {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        dependencies = Set.copyOf(dependencies);
        casts = Set.copyOf(casts);
        unread = List.copyOf(unread);
    }

    public Optional<SchemaObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    public boolean has(ObjectKey key) {
        return objects.containsKey(key);
    }

    /** The objects of a kind, by name. */
    public List<SchemaObject> of(SchemaKind kind) {
        var first = new ObjectKey(kind, "", "", "", "");
        boolean isLast = kind.ordinal() == SchemaKind.values().length - 1;
        return List.copyOf(
                isLast
                        ? objects.tailMap(first).values()
                        : objects.subMap(
                                        first,
                                        new ObjectKey(SchemaKind.values()[kind.ordinal() + 1], "", "", "", ""))
                                .values());
    }

    /** The parts of a kind that a relation or domain has, by name. */
    List<SchemaObject> parts(ObjectKey whole, SchemaKind kind) {
        var first = new ObjectKey(kind, whole.schema(), whole.name(), "", "");
        var beyond = new ObjectKey(kind, whole.schema(), whole.name() + '\0', "", "");
        return List.copyOf(objects.subMap(first, beyond).values());
    }

    /** Whether both have the same objects, wherever these stand among their like. */
    public boolean isSame(Snapshot other) {
        return objects.keySet().equals(other.objects.keySet())
                && objects.values().stream()
                        .allMatch(object ->
                                other.find(object.key()).filter(object::isSame).isPresent());
    }

    /** The same with each object as a function has it. */
    public Snapshot having(UnaryOperator<SchemaObject> change) {
        return with(objects.values().stream().map(change).toList());
    }

    /** The same with other objects, and only the dependencies between them. */
    Snapshot with(Collection<SchemaObject> others) {
        var kept = new TreeMap<ObjectKey, SchemaObject>();
        others.forEach(object -> kept.put(object.key(), object));
        Set<Dependency> among = Set.copyOf(dependencies.stream()
                .filter(edge -> kept.containsKey(edge.dependent()) && kept.containsKey(edge.referenced()))
                .toList());
        return new Snapshot(kept, among, casts, majorVersion, unread);
    }
}
