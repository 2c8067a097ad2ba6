/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A model that speaks only of the tables it has, and of those says nothing about what was written by hand: the entities of
 * an application. What it does not say stays as it is.
 */
public final class PartialModel {

    /** Of an index: a condition, more columns, a class of operators. */
    private static final Pattern UNSAID = Pattern.compile(" WHERE | INCLUDE | NULLS NOT DISTINCT|_ops\\b");

    private final Snapshot from;
    private final Snapshot model;
    private final Map<ObjectKey, SchemaObject> wanted = new TreeMap<>();

    private final boolean isRough;

    private PartialModel(Snapshot from, Snapshot model, boolean isRough) {
        this.from = from;
        this.model = model;
        this.isRough = isRough;
    }

    /**
     * What there is, changed as far as a model says something else.
     *
     * @param isRough whether the model chooses types, so that another type of the kind is as good, and says nothing about
     *     what may be null
     */
    public static Snapshot over(Snapshot from, Snapshot model, boolean isRough) {
        var overlay = new PartialModel(from, model, isRough);
        overlay.wanted.putAll(from.objects());
        model.objects().values().forEach(overlay::put);
        overlay.removeColumns();
        return overlay.snapshot();
    }

    private Snapshot snapshot() {
        Set<Dependency> dependencies = new HashSet<>();
        from.dependencies().forEach(edge -> addIfWanted(dependencies, edge));
        model.dependencies().forEach(edge -> addIfWanted(dependencies, edge));
        return new Snapshot(new TreeMap<>(wanted), dependencies, from.casts(), from.majorVersion(), from.unread());
    }

    private void addIfWanted(Set<Dependency> dependencies, Dependency edge) {
        if (wanted.containsKey(edge.dependent()) && wanted.containsKey(edge.referenced())) {
            dependencies.add(edge);
        }
    }

    private void put(SchemaObject said) {
        ObjectKey key = said.key();
        if (isOfView(said) || isCastOfKnown(key)) {
            return;
        }
        SchemaObject known = from.objects().get(key);
        switch (key.kind()) {
            case COLUMN -> wanted.put(key, known == null ? said : column(known, said));
            case DEFAULT -> putDefault(said);
            case CONSTRAINT -> new PartialConstraints(from, model, wanted).put(said);
            case INDEX -> putIndex(said);
            case SEQUENCE -> putSequence(said);
            case ENUM -> wanted.put(key, known == null ? said : values(known, said));
            default -> wanted.put(key, known == null ? said : over(known, said, List.of("comment")));
        }
    }

    /** Whether it is, or belongs to, what entities take for a table and somebody made as a view. */
    private boolean isOfView(SchemaObject said) {
        ObjectKey key = said.key();
        String relation = key.kind() == SchemaKind.TABLE ? key.name() : key.of();
        if (key.kind() == SchemaKind.SEQUENCE && said.has("owned by")) {
            relation = TableLinks.owner(said).of();
        }
        return !relation.isEmpty()
                && (from.has(ObjectKey.in(key.schema(), SchemaKind.VIEW, relation))
                        || from.has(ObjectKey.in(key.schema(), SchemaKind.MATERIALIZED_VIEW, relation)));
    }

    /** Hibernate makes casts for each enum; one that somebody wrote by hand does without. */
    private boolean isCastOfKnown(ObjectKey key) {
        return key.kind() == SchemaKind.CAST
                && !from.has(key)
                && from.of(SchemaKind.ENUM).stream()
                        .map(type -> Naming.sql(type.key()))
                        .anyMatch(type -> key.name().contains("(" + type + " AS ")
                                || key.name().endsWith(" AS " + type + ")"));
    }

    /** The known one, with those properties that the model says. */
    private static SchemaObject over(SchemaObject known, SchemaObject said, List<String> properties) {
        Map<String, String> merged = new HashMap<>(known.properties());
        properties.forEach(property -> said.find(property).ifPresent(value -> merged.put(property, value)));
        return known.with(merged);
    }

    /** Entities have their constants in no order, so that only those that are missing count. */
    private static SchemaObject values(SchemaObject known, SchemaObject said) {
        Set<String> values = new LinkedHashSet<>(known.lines("values"));
        values.addAll(said.lines("values"));
        Map<String, String> merged = new HashMap<>(known.properties());
        merged.put("values", String.join("\n", values));
        return known.with(merged);
    }

    private SchemaObject column(SchemaObject known, SchemaObject said) {
        Map<String, String> merged = new HashMap<>(known.properties());
        for (String property : List.of("comment", "collation", "generated", "expression")) {
            said.find(property).ifPresent(value -> merged.put(property, value));
        }
        boolean isSameType = ServingTypes.serves(known, said, isRough);
        if (!isSameType) {
            merged.put("type", said.get("type"));
        }
        if (said.has("not null")) {
            merged.put("not null", "yes");
        } else if (!isRough && !known.fact("primary key").equals("yes") && !hasOwnDefault(known.key())) {
            merged.keySet().removeIf(property -> property.startsWith("not null"));
        }
        boolean isNumbered = known.has("identity") || isCounted(known.key());
        if (said.has("identity") && !isNumbered) {
            merged.put("identity", said.get("identity"));
        }
        Map<String, String> facts = new HashMap<>(known.facts());
        if (!isSameType) {
            said.facts().forEach(facts::put);
        }
        return new SchemaObject(known.key(), known.position(), new TreeMap<>(merged), new TreeMap<>(facts));
    }

    /** Whether somebody wrote a default by hand: what it fills in needs no value from entities, and is never missing. */
    private boolean hasOwnDefault(ObjectKey column) {
        ObjectKey key = defaultOf(column);
        return from.has(key) && !model.has(key);
    }

    private static ObjectKey defaultOf(ObjectKey column) {
        return new ObjectKey(SchemaKind.DEFAULT, column.schema(), column.of(), column.name(), "");
    }

    private boolean isCounted(ObjectKey column) {
        return from.find(defaultOf(column))
                .filter(value -> value.get("expression").startsWith("nextval("))
                .isPresent();
    }

    private void putDefault(SchemaObject said) {
        ObjectKey key = said.key();
        var column = new ObjectKey(SchemaKind.COLUMN, key.schema(), key.of(), key.name(), "");
        boolean isNumbered = from.find(column).filter(it -> it.has("identity")).isPresent() || isCounted(column);
        if (!isNumbered) {
            wanted.put(key, said);
        }
    }

    private void putIndex(SchemaObject said) {
        boolean isThere = from.parts(Sides.tableOf(said.key()), SchemaKind.INDEX).stream()
                .anyMatch(index -> unnamed(index).equals(unnamed(said)) || isRefined(index, said));
        boolean isKey = said.fact("unique").equals("yes")
                && from.parts(Sides.tableOf(said.key()), SchemaKind.CONSTRAINT).stream()
                        .anyMatch(key -> "pu".contains(key.fact("type"))
                                && key.fact("columns").equals(said.fact("columns")));
        if (!isThere && !isKey) {
            wanted.put(said.key(), said);
        }
    }

    private static String unnamed(SchemaObject index) {
        return index.get("definition").replaceFirst(" INDEX .*? ON ", " INDEX ON ");
    }

    /** Whether an index is the one of that name with something about it that entities cannot say. */
    private static boolean isRefined(SchemaObject index, SchemaObject said) {
        String text = index.get("definition");
        return index.key().equals(said.key())
                && index.fact("unique").equals(said.fact("unique"))
                && index.fact("columns").equals(said.fact("columns"))
                && (!text.contains(" USING btree ") || UNSAID.matcher(text).find());
    }

    private void putSequence(SchemaObject said) {
        SchemaObject known = from.objects().get(said.key());
        if (known != null) {
            Map<String, String> merged = new HashMap<>(known.properties());
            merged.remove("increment");
            said.find("increment").ifPresent(value -> merged.put("increment", value));
            wanted.put(said.key(), known.with(merged));
            return;
        }
        boolean isOfNumbered = said.has("owned by")
                && from.find(TableLinks.owner(said))
                        .filter(column -> column.has("identity") || isCounted(column.key()))
                        .isPresent();
        if (!isOfNumbered) {
            wanted.put(said.key(), said);
        }
    }

    /** Of a table that the model has, a column that it does not have is not wanted, unless it is computed. */
    private void removeColumns() {
        Deque<ObjectKey> open = new ArrayDeque<>(from.of(SchemaKind.COLUMN).stream()
                .filter(column -> model.has(Sides.tableOf(column.key())))
                .filter(column -> !model.has(column.key()) && !column.has("generated"))
                .map(SchemaObject::key)
                .toList());
        var children = new PartialChildren(from, model, wanted);
        Set<ObjectKey> gone = new HashSet<>();
        while (!open.isEmpty()) {
            ObjectKey key = open.remove();
            if (model.has(key) || key.kind() == SchemaKind.TABLE || !gone.add(key)) {
                continue;
            }
            wanted.remove(key);
            open.addAll(children.of(key));
            // What was written on top of it cannot be without it.
            from.dependencies().stream()
                    .filter(edge -> edge.referenced().equals(key))
                    .forEach(edge -> open.add(edge.dependent()));
        }
        children.follow();
    }
}
