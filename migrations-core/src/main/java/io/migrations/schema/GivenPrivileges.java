/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What a new object grants by itself: PostgreSQL's own choice, or what default privileges say. These hold for what their
 * role creates, and who will run the statements is not known; so it is kept apart what is granted in any case, and what may be.
 *
 * @param certain granted whoever creates it
 * @param possible granted if one or another creates it
 */
record GivenPrivileges(List<String> certain, List<String> possible) {

    /**
     * Those of a new object.
     *
     * @param snapshot what it is created in
     */
    static GivenPrivileges of(Snapshot snapshot, ObjectKey key) {
        List<String> usual = PrivilegeDefaults.of(key.kind(), snapshot.majorVersion());
        List<String> certain = new ArrayList<>(usual);
        List<String> possible = new ArrayList<>(usual);
        String objects = words(key.kind());
        for (SchemaObject entry : snapshot.of(SchemaKind.DEFAULT_PRIVILEGES)) {
            String schema = entry.key().schema();
            if (entry.key().of().equals(objects) && (schema.isEmpty() || schema.equals(key.schema()))) {
                List<String> lines = entry.lines("privileges");
                lines.stream()
                        .filter(line -> !line.equals(PrivilegeChanges.NOBODY) && !possible.contains(line))
                        .forEach(possible::add);
                if (schema.isEmpty()) {
                    certain.retainAll(lines);
                }
            }
        }
        return new GivenPrivileges(certain, possible);
    }

    /** What {@code ALTER DEFAULT PRIVILEGES} calls the kind. */
    private static String words(SchemaKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
            case SEQUENCE -> "SEQUENCES";
            case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
            case ENUM, DOMAIN, COMPOSITE, RANGE -> "TYPES";
            case SCHEMA -> "SCHEMAS";
            default -> "";
        };
    }
}
