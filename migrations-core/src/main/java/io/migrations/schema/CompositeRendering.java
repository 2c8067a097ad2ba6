/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.CreateCompositeType;
import io.migrations.operation.CreateCompositeType.Attribute;
import io.migrations.operation.DropObject;
import io.migrations.operation.Name;
import io.migrations.operation.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Composite types. Attributes come and go in place; another type for one makes the composite anew. */
final class CompositeRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.change(creation(object)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(DropObject.of(creation(object))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        Map<String, String> old = attributes(before);
        Map<String, String> now = attributes(after);
        String start = "ALTER TYPE " + Naming.sql(after.key());
        List<Change> changes = new ArrayList<>();
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> changes.add(Rendering.sql(
                        start + " DROP ATTRIBUTE " + name,
                        "Data loss: the values of the attribute %s are gone.".formatted(name))));
        now.forEach((name, type) -> {
            if (!old.containsKey(name)) {
                changes.add(Rendering.sql(start + " ADD ATTRIBUTE " + name + " " + type));
            }
        });
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        Map<String, String> old = attributes(before);
        Map<String, String> now = attributes(after);
        Map<String, String> result = new LinkedHashMap<>(old);
        result.keySet().retainAll(now.keySet());
        now.forEach(result::putIfAbsent);
        return List.copyOf(result.entrySet()).equals(List.copyOf(now.entrySet()));
    }

    /** A value of the type as it was, as one of the type as it is to be. */
    static String converted(SchemaObject before, SchemaObject after, String value) {
        Map<String, String> old = attributes(before);
        String row = attributes(after).entrySet().stream()
                .map(attribute -> {
                    String type = attribute.getValue().replaceFirst(" COLLATE .*", "");
                    if (!old.containsKey(attribute.getKey())) {
                        return "NULL::" + type;
                    }
                    String field = "(" + value + ")." + attribute.getKey();
                    return old.get(attribute.getKey()).equals(attribute.getValue()) ? field : field + "::" + type;
                })
                .collect(Collectors.joining(", "));
        return "CASE WHEN %s IS NULL THEN NULL ELSE ROW(%s)::%s END".formatted(value, row, Naming.sql(after.key()));
    }

    /** What {@link #converted} takes away; none where nothing. */
    static @Nullable String loss(SchemaObject before, SchemaObject after) {
        Map<String, String> now = attributes(after);
        List<String> lost = new ArrayList<>();
        attributes(before).forEach((name, type) -> {
            if (!type.equals(now.get(name))) {
                lost.add(now.containsKey(name) ? "%s becomes %s".formatted(name, now.get(name)) : name + " is gone");
            }
        });
        return lost.isEmpty()
                ? null
                : "Data loss: of the attributes of %s, %s."
                        .formatted(Naming.name(after.key()), String.join(", ", lost));
    }

    /** The types of the attributes, by their quoted names, in their order. */
    private static Map<String, String> attributes(SchemaObject object) {
        Map<String, String> types = new LinkedHashMap<>();
        object.lines("attributes").forEach(line -> {
            int end = QuotedName.end(line);
            types.put(line.substring(0, end), line.substring(end + 1));
        });
        return types;
    }

    private static CreateCompositeType creation(SchemaObject object) {
        List<Attribute> attributes = new ArrayList<>();
        attributes(object).forEach((name, text) -> {
            int collate = text.indexOf(" COLLATE ");
            String type = collate < 0 ? text : text.substring(0, collate);
            Name collation = collate < 0 ? null : QuotedName.qualified(text.substring(collate + " COLLATE ".length()));
            attributes.add(new Attribute(QuotedName.first(name), new Type(type), collation));
        });
        return new CreateCompositeType(Naming.name(object.key()), attributes);
    }
}
