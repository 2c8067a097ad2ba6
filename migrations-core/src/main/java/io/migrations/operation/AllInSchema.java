/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;

/**
 * Every object of a kind that a schema has at that time.
 *
 * @param kind tables (and views), sequences, functions or procedures
 */
public record AllInSchema(ObjectKind kind, String schema) implements Grantable {

    public AllInSchema {
        Names.require("schema", schema);
        switch (kind) {
            case TABLE, SEQUENCE, FUNCTION, PROCEDURE -> {}
            default ->
                throw new InvalidOperationException(
                        "Privileges are not granted on every %s of the schema '%s' at once.".formatted(kind, schema),
                        "Choose tables, sequences, functions or procedures, or name the objects.");
        }
    }

    /** All tables and views of a schema. */
    public static AllInSchema tables(String schema) {
        return new AllInSchema(ObjectKind.TABLE, schema);
    }

    /** All sequences of a schema. */
    public static AllInSchema sequences(String schema) {
        return new AllInSchema(ObjectKind.SEQUENCE, schema);
    }

    /** All functions of a schema. */
    public static AllInSchema functions(String schema) {
        return new AllInSchema(ObjectKind.FUNCTION, schema);
    }

    @Override
    public String privilegeSql() {
        return "ALL " + kind.words() + "S IN SCHEMA " + Identifiers.quoted(schema);
    }

    /** As it is written for people: {@code every table of the schema 'billing'}. */
    @Override
    public String toString() {
        return "every %s of the schema '%s'".formatted(kind, schema);
    }
}
