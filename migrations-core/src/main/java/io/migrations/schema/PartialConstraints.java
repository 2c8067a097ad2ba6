/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and checks that entities say, over those that tables have, which may be called otherwise and say more. */
final class PartialConstraints {

    /** A value, a name or an operator, without casts and parentheses. */
    private static final Pattern WORD = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\w.$]+|[<>=!]+");

    private static final Pattern CAST = Pattern.compile("::[a-z ]+(?:\\(\\d+\\))?(?:\\[])?");

    private final Snapshot from;
    private final Snapshot model;
    private final Map<ObjectKey, SchemaObject> wanted;

    PartialConstraints(Snapshot from, Snapshot model, Map<ObjectKey, SchemaObject> wanted) {
        this.from = from;
        this.model = model;
        this.wanted = wanted;
    }

    void put(SchemaObject said) {
        if (!from.has(Sides.tableOf(said.key()))) {
            wanted.put(said.key(), said);
            return;
        }
        switch (said.fact("type")) {
            case "c" -> putCheck(said);
            case "f" -> putForeignKey(said);
            default -> putKey(said);
        }
    }

    /** A check on columns that did without it is not missed, but one that has not all the values of an enum is too tight. */
    private void putCheck(SchemaObject said) {
        SchemaObject known = from.objects().get(said.key());
        if (known != null) {
            if (!isList(known) || !isList(said) || !words(known).equals(words(said))) {
                wanted.put(known.key(), saying(known, said));
            }
            return;
        }
        List<SchemaObject> lists = siblings(said).stream()
                .filter(check -> isList(said) && isList(check) && isOnSameColumns(check, said))
                .toList();
        lists.stream()
                .filter(check -> !words(check).containsAll(words(said)))
                .forEach(check -> wanted.put(check.key(), saying(check, said)));
        if (lists.isEmpty() && hasNewColumn(said)) {
            wanted.put(said.key(), said);
        }
    }

    private static SchemaObject saying(SchemaObject known, SchemaObject said) {
        Map<String, String> merged = new HashMap<>(known.properties());
        merged.put("definition", said.get("definition"));
        return known.with(merged);
    }

    private static boolean isList(SchemaObject check) {
        return check.get("definition").contains("ARRAY[");
    }

    private static Set<String> words(SchemaObject check) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(CAST.matcher(check.get("definition")).replaceAll(""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private boolean hasNewColumn(SchemaObject check) {
        return check.fact("columns")
                .lines()
                .anyMatch(column -> !from.has(new ObjectKey(
                        SchemaKind.COLUMN, check.key().schema(), check.key().of(), QuotedName.first(column), "")));
    }

    /** A key that refers to something else takes the place of the one that those columns had. */
    private void putForeignKey(SchemaObject said) {
        List<SchemaObject> known = siblings(said);
        if (known.stream().anyMatch(key -> meaning(key).equals(meaning(said)))) {
            return;
        }
        known.stream()
                .filter(key -> isOnSameColumns(key, said) && !model.has(key.key()))
                .forEach(key -> wanted.remove(key.key()));
        wanted.put(said.key(), said);
    }

    /** What a key is about, whatever becomes of rows that refer to others: entities do not say that. */
    private static String meaning(SchemaObject key) {
        return key.get("definition")
                .replaceFirst("( MATCH FULL)?( ON (UPDATE|DELETE) .*| DEFERRABLE.*| NOT VALID.*)?$", "");
    }

    /** Unique is unique, by whatever it is kept so. */
    private void putKey(SchemaObject said) {
        boolean isPrimary = said.fact("type").equals("p");
        boolean isThere = keys(said).stream()
                .filter(key -> !isPrimary || key.fact("type").equals("p"))
                .anyMatch(key -> serves(key, said));
        if (isThere || (!isPrimary && hasUniqueIndex(said))) {
            return;
        }
        if (isPrimary) {
            siblings(said).forEach(old -> wanted.remove(old.key()));
        }
        wanted.put(said.key(), said);
    }

    /** In a table with partitions a key has the columns of these as well. */
    private boolean serves(SchemaObject key, SchemaObject said) {
        boolean isParted = from.find(Sides.tableOf(said.key()))
                .filter(it -> it.has("partition key"))
                .isPresent();
        return isParted ? columns(key).containsAll(columns(said)) : columns(key).equals(columns(said));
    }

    private boolean hasUniqueIndex(SchemaObject unique) {
        return from.parts(Sides.tableOf(unique.key()), SchemaKind.INDEX).stream()
                .anyMatch(index -> index.fact("unique").equals("yes")
                        && index.fact("expressions").isEmpty()
                        && columns(index).equals(columns(unique)));
    }

    private List<SchemaObject> keys(SchemaObject said) {
        return onTableOf(said).stream()
                .filter(key -> "pu".contains(key.fact("type")))
                .toList();
    }

    private List<SchemaObject> siblings(SchemaObject said) {
        return onTableOf(said).stream()
                .filter(other -> other.fact("type").equals(said.fact("type")))
                .toList();
    }

    private List<SchemaObject> onTableOf(SchemaObject said) {
        return from.parts(Sides.tableOf(said.key()), SchemaKind.CONSTRAINT);
    }

    private static boolean isOnSameColumns(SchemaObject one, SchemaObject other) {
        return columns(one).equals(columns(other));
    }

    private static Set<String> columns(SchemaObject constraint) {
        return Set.copyOf(constraint.fact("columns").lines().toList());
    }
}
