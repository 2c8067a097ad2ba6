/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A model that speaks only of the tables it has, and of those says nothing about what was written by hand: the entities of
 * an application. What it does not say stays as it is.
 */
public final class PartialModel {

    private static final Pattern DEFAULT_PRECISION = Pattern.compile("\\(6\\)");
    private static final String UNSAID_LENGTH = "character varying(255)";

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
        SchemaObject known = from.objects().get(key);
        switch (key.kind()) {
            case COLUMN -> wanted.put(key, known == null ? said : column(known, said));
            case DEFAULT -> putDefault(said);
            case CONSTRAINT -> putConstraint(said);
            case INDEX -> putIndex(said);
            case SEQUENCE -> putSequence(said);
            case ENUM -> wanted.put(key, known == null ? said : values(known, said));
            default -> wanted.put(key, known == null ? said : over(known, said, List.of("comment")));
        }
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
        boolean isSameType = isSameType(known, said);
        if (!isSameType) {
            merged.put("type", said.get("type"));
        }
        if (said.has("not null")) {
            merged.put("not null", "yes");
        } else if (!isRough && !known.fact("primary key").equals("yes")) {
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

    /** A column of a string of no length in particular may be as long as it is; six digits are what a time has anyway. */
    private boolean isSameType(SchemaObject known, SchemaObject said) {
        String one = known.get("type");
        String other = said.get("type");
        return one.equals(other)
                || (isRough && known.fact("type category").equals(said.fact("type category")))
                || (other.equals(UNSAID_LENGTH) && (one.equals("text") || one.equals("character varying")))
                || (other.startsWith("time")
                        && DEFAULT_PRECISION.matcher(other).replaceFirst("").equals(one));
    }

    private boolean isCounted(ObjectKey column) {
        var key = new ObjectKey(SchemaKind.DEFAULT, column.schema(), column.of(), column.name(), "");
        return from.find(key)
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

    /** A key that is there under another name is that key; a check on columns that did without it is not missed. */
    private void putConstraint(SchemaObject said) {
        ObjectKey key = said.key();
        boolean isNewTable = !from.has(Sides.tableOf(key));
        if (isNewTable) {
            wanted.put(key, said);
            return;
        }
        SchemaObject known = from.objects().get(key);
        if (said.fact("type").equals("c")) {
            if (known != null || hasNewColumn(said)) {
                wanted.put(key, known == null ? said : over(known, said, List.of("definition")));
            }
            return;
        }
        Optional<SchemaObject> same = from.of(SchemaKind.CONSTRAINT).stream()
                .filter(constraint -> Sides.tableOf(constraint.key()).equals(Sides.tableOf(key)))
                .filter(constraint -> meaning(constraint).equals(meaning(said)))
                .findFirst();
        boolean isIndexed = said.fact("type").equals("u") && hasUniqueIndex(said);
        if (same.isPresent() || isIndexed) {
            return;
        }
        if (said.fact("type").equals("p")) {
            from.of(SchemaKind.CONSTRAINT).stream()
                    .filter(constraint -> constraint.fact("type").equals("p"))
                    .filter(constraint -> Sides.tableOf(constraint.key()).equals(Sides.tableOf(key)))
                    .forEach(old -> wanted.remove(old.key()));
        }
        wanted.put(key, said);
    }

    private boolean hasNewColumn(SchemaObject check) {
        return check.facts()
                .getOrDefault("columns", "")
                .lines()
                .anyMatch(column -> !from.has(new ObjectKey(
                        SchemaKind.COLUMN, check.key().schema(), check.key().of(), QuotedName.first(column), "")));
    }

    private boolean hasUniqueIndex(SchemaObject unique) {
        return from.of(SchemaKind.INDEX).stream()
                .filter(index -> Sides.tableOf(index.key()).equals(Sides.tableOf(unique.key())))
                .anyMatch(index -> index.fact("unique").equals("yes")
                        && index.fact("expressions").isEmpty()
                        && index.fact("columns").equals(unique.fact("columns")));
    }

    /** What a key is about, whatever becomes of rows that refer to others: entities do not say that. */
    private static String meaning(SchemaObject constraint) {
        String text = constraint.get("definition");
        return constraint.fact("type").equals("f")
                ? text.replaceFirst("( MATCH FULL)?( ON (UPDATE|DELETE) .*| DEFERRABLE.*| NOT VALID.*)?$", "")
                : text;
    }

    private void putIndex(SchemaObject said) {
        boolean isThere = from.of(SchemaKind.INDEX).stream()
                .filter(index -> Sides.tableOf(index.key()).equals(Sides.tableOf(said.key())))
                .anyMatch(index -> unnamed(index).equals(unnamed(said)));
        boolean isKey = said.fact("unique").equals("yes")
                && from.of(SchemaKind.CONSTRAINT).stream()
                        .filter(key -> Sides.tableOf(key.key()).equals(Sides.tableOf(said.key())))
                        .anyMatch(key -> "pu".contains(key.fact("type"))
                                && key.fact("columns").equals(said.fact("columns")));
        if (!isThere && !isKey) {
            wanted.put(said.key(), said);
        }
    }

    private static String unnamed(SchemaObject index) {
        return index.get("definition").replaceFirst(" INDEX .*? ON ", " INDEX ON ");
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
        List<SchemaObject> gone = from.of(SchemaKind.COLUMN).stream()
                .filter(column -> model.has(Sides.tableOf(column.key())))
                .filter(column -> !model.has(column.key()) && !column.has("generated"))
                .toList();
        Set<ObjectKey> keys = new HashSet<>();
        gone.forEach(column -> keys.add(column.key()));
        Set<ObjectKey> along = new HashSet<>();
        from.dependencies().stream()
                .filter(edge -> edge.automatic() && keys.contains(edge.referenced()))
                .forEach(edge -> along.add(edge.dependent()));
        keys.forEach(wanted::remove);
        along.stream().filter(key -> !model.has(key)).forEach(wanted::remove);
    }
}
