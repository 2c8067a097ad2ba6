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

    /** Those that an object leaves when it goes. */
    static List<String> left(SchemaObject object) {
        List<String> left = new ArrayList<>(of(object));
        if (isRoutine(object)) {
            left.add(namesakes(object, "with defaults"));
            if (hasDefaults(object)) {
                left.add(namesakes(object, "of any kind"));
            }
        }
        return left;
    }

    /** Those that an object needs to be free when it comes. */
    static List<String> needed(SchemaObject object) {
        List<String> needed = new ArrayList<>(of(object));
        if (isRoutine(object)) {
            needed.add(namesakes(object, "of any kind"));
            if (hasDefaults(object)) {
                needed.add(namesakes(object, "with defaults"));
            }
        }
        return needed;
    }

    private static boolean isRoutine(SchemaObject object) {
        return object.key().kind() == SchemaKind.FUNCTION || object.key().kind() == SchemaKind.PROCEDURE;
    }

    /** One that has defaults answers to calls with fewer arguments, and would be mistaken for its namesakes. */
    private static boolean hasDefaults(SchemaObject object) {
        return object.fact("parameters").contains(" DEFAULT ");
    }

    private static String namesakes(SchemaObject object, String which) {
        return "routines " + which + " " + object.key().schema() + "."
                + object.key().name();
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
