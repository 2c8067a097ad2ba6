/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import java.util.Locale;

/**
 * A view or routine in the catalog.
 *
 * @param identity its name, always with schema, and of a routine the types of its arguments
 * @param name its name alone
 * @param kind what it is
 * @param oid its id, another one when it is made anew
 */
record CatalogObject(String identity, String name, Kind kind, long oid) {

    enum Kind {
        VIEW,
        MATERIALIZED_VIEW,
        ROUTINE;

        /** The catalog that has it. */
        String catalog() {
            return this == ROUTINE ? "pg_proc" : "pg_class";
        }

        @Override
        public String toString() {
            return name().replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }

    boolean isRoutine() {
        return kind == Kind.ROUTINE;
    }

    /** What drops it, and fails where something depends on it. */
    String drop() {
        return "DROP %s %s".formatted(kind.toString().toUpperCase(Locale.ROOT), identity);
    }

    /** Whether a script itself says that it goes. */
    boolean isDroppedBy(Script script) {
        return script.statements().stream()
                .filter(statement -> statement.command().startsWith("DROP"))
                .flatMap(statement -> statement.tokens().stream())
                .anyMatch(token -> name.equals(token.identifier()));
    }

    @Override
    public String toString() {
        return kind + " " + identity;
    }
}
