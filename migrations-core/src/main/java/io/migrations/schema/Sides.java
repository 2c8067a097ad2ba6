/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The two snapshots that a difference is between, and which object of each leans on which. */
final class Sides {

    private final Snapshot from;
    private final Snapshot to;
    private final Map<ObjectKey, List<Dependency>> dependents = new HashMap<>();
    private final Map<ObjectKey, List<Dependency>> neededBefore = new HashMap<>();
    private final Map<ObjectKey, List<Dependency>> needed = new HashMap<>();

    Sides(Snapshot from, Snapshot to) {
        this.from = from;
        this.to = to;
        for (Dependency edge : from.dependencies()) {
            dependents
                    .computeIfAbsent(edge.referenced(), key -> new ArrayList<>())
                    .add(edge);
            neededBefore
                    .computeIfAbsent(edge.dependent(), key -> new ArrayList<>())
                    .add(edge);
        }
        for (Dependency edge : to.dependencies()) {
            needed.computeIfAbsent(edge.dependent(), key -> new ArrayList<>()).add(edge);
        }
    }

    Snapshot from() {
        return from;
    }

    Snapshot to() {
        return to;
    }

    /** What leans on an object before. */
    List<Dependency> dependents(ObjectKey key) {
        return dependents.getOrDefault(key, List.of());
    }

    /** What an object leans on before. */
    List<Dependency> neededBefore(ObjectKey key) {
        return neededBefore.getOrDefault(key, List.of());
    }

    /** What an object leans on afterwards. */
    List<Dependency> needed(ObjectKey key) {
        return needed.getOrDefault(key, List.of());
    }

    SchemaObject before(ObjectKey key) {
        return Objects.requireNonNull(from.objects().get(key), key::toString);
    }

    SchemaObject after(ObjectKey key) {
        return Objects.requireNonNull(to.objects().get(key), key::toString);
    }

    boolean isInBoth(ObjectKey key) {
        return from.has(key) && to.has(key);
    }

    /** Whether it is a foreign key afterwards. */
    boolean isForeignKey(ObjectKey key) {
        return to.find(key).filter(it -> it.fact("type").equals("f")).isPresent();
    }

    /** Whether it is a check, before or afterwards. */
    boolean isCheck(ObjectKey key) {
        return key.kind() == SchemaKind.CONSTRAINT
                && to.find(key)
                        .or(() -> from.find(key))
                        .filter(it -> it.fact("type").equals("c"))
                        .isPresent();
    }

    /** The table, with the same columns, constraints and so on before and afterwards, that a part belongs to. */
    static ObjectKey tableOf(ObjectKey part) {
        return ObjectKey.in(part.schema(), SchemaKind.TABLE, part.of());
    }

    /** The parents of a table: of whose rows it is a partition, or whose columns it inherits. */
    static List<ObjectKey> parents(SchemaObject table) {
        List<String> names = new ArrayList<>(table.lines("inherits"));
        table.find("partition of").ifPresent(names::add);
        return names.stream()
                .map(QuotedName::qualified)
                .map(name -> ObjectKey.in(name.findSchema().orElse(""), SchemaKind.TABLE, name.simple()))
                .toList();
    }

    /** Whether it is by this column that rows go into the partitions of its table. */
    boolean isPartedBy(ObjectKey column) {
        String name = Pattern.quote(Identifiers.quoted(column.name()));
        return from.find(tableOf(column))
                .map(table -> table.get("partition key"))
                .filter(key -> Pattern.compile("(?<![\\w\"])" + name + "(?![\\w\"])")
                        .matcher(key)
                        .find())
                .isPresent();
    }

    /** The partitioned tables, quoted, that the rows of a partition are rows of, too. */
    Set<String> ancestors(SchemaObject partition) {
        Set<String> ancestors = new HashSet<>();
        Optional<SchemaObject> table = Optional.of(partition);
        while (table.isPresent()) {
            String parent = table.get().get("partition of");
            if (parent.isEmpty() || !ancestors.add(parent)) {
                return ancestors;
            }
            table = from.find(parents(table.get()).get(0));
        }
        return ancestors;
    }

    /** Whether a column or a check goes from a parent only, and a child keeps it as its own. */
    boolean isLeftToChildren(ObjectKey part) {
        return !to.has(part)
                && to.has(tableOf(part))
                && from.of(SchemaKind.TABLE).stream()
                        .filter(child -> child.has("inherits") && parents(child).contains(tableOf(part)))
                        .anyMatch(child -> isInBoth(child.key().part(part.kind(), part.name())));
    }

    /** The tables that have partitions or children, before or afterwards. */
    Set<ObjectKey> parents() {
        Set<ObjectKey> parents = new HashSet<>();
        from.of(SchemaKind.TABLE).forEach(table -> parents.addAll(parents(table)));
        to.of(SchemaKind.TABLE).forEach(table -> parents.addAll(parents(table)));
        return parents;
    }

    /**
     * The parent that gives a part to a table, before and afterwards, so that whatever is done to the parent's is done to
     * this one: a column or a check that is inherited.
     */
    Optional<ObjectKey> giver(ObjectKey part) {
        ObjectKey table = tableOf(part);
        if (!isInBoth(table)) {
            return Optional.empty();
        }
        List<ObjectKey> lasting = new ArrayList<>(parents(before(table)));
        lasting.retainAll(parents(after(table)));
        return lasting.stream()
                .map(parent -> parent.part(part.kind(), part.name()))
                .filter(key -> from.has(key) || to.has(key))
                .findFirst();
    }
}
