/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/** The names that an object takes, so that nothing else can be called the same. */
final class Slots {

    private Slots() {}

    static List<String> of(SchemaObject object) {
        ObjectKey key = object.key();
        return switch (key.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE -> List.of(relation(key, key.name()), type(key));
            case INDEX, SEQUENCE -> List.of(relation(key, key.name()));
            case CONSTRAINT -> "pux".contains(object.fact("type")) ? List.of(relation(key, key.name())) : List.of();
            case COLUMN ->
                object.has("identity")
                        ? List.of(relation(
                                key,
                                object.find("identity sequence")
                                        .map(QuotedName::first)
                                        .orElse(OrdinaryNames.of(key, "seq"))))
                        : List.of();
            case ENUM, DOMAIN, RANGE -> List.of(type(key));
            case FUNCTION, PROCEDURE, AGGREGATE ->
                List.of("routine " + key.schema() + "." + key.name() + "(" + key.arguments() + ")");
            default -> List.of();
        };
    }

    /** Those that an object takes afterwards and did not before. */
    static List<String> taken(Sides sides, ObjectKey key) {
        List<String> taken = new ArrayList<>(sides.to().find(key).map(Slots::of).orElse(List.of()));
        sides.from().find(key).map(Slots::of).ifPresent(taken::removeAll);
        return taken;
    }

    /** Those that an object took before and does not afterwards. */
    static List<String> freed(Sides sides, ObjectKey key) {
        List<String> freed =
                new ArrayList<>(sides.from().find(key).map(Slots::of).orElse(List.of()));
        sides.to().find(key).map(Slots::of).ifPresent(freed::removeAll);
        return freed;
    }

    private static String relation(ObjectKey key, String name) {
        return "relation " + key.schema() + "." + name;
    }

    private static String type(ObjectKey key) {
        return "type " + key.schema() + "." + key.name();
    }
}
