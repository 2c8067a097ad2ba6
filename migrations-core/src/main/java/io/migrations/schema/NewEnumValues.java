/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Literals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** New values of enums that the same change uses. PostgreSQL lets them be used once they are committed (55P04). */
final class NewEnumValues {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;

    NewEnumValues(Sides sides, Map<ObjectKey, Fate> fates) {
        this.sides = sides;
        this.fates = fates;
    }

    /** The enums that get such values. */
    Set<ObjectKey> usedAtOnce() {
        Set<ObjectKey> types = new TreeSet<>();
        fates.forEach((key, fate) -> {
            if (key.kind() == SchemaKind.ENUM && fate == Fate.ALTER && isUsed(key)) {
                types.add(key);
            }
        });
        return types;
    }

    private boolean isUsed(ObjectKey type) {
        List<String> constants = EnumRendering.added(sides.before(type), sides.after(type)).stream()
                .map(Literals::text)
                .toList();
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue() != Fate.KEEP && entry.getValue() != Fate.DROP)
                .filter(entry -> !entry.getKey().equals(type))
                .map(entry -> sides.after(entry.getKey()))
                .anyMatch(object -> object.properties().values().stream()
                        .anyMatch(text -> constants.stream().anyMatch(text::contains)));
    }
}
