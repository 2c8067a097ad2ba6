/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * The names of the two tables that hold the history.
 *
 * @param schema their schema; none means the session's current one
 * @param revision the table of the applied set
 * @param journal the table of attempts
 */
public record HistoryTables(@Nullable String schema, String revision, String journal) {

    /** {@code migrations_revision} and {@code migrations_journal} in the session's current schema. */
    public static HistoryTables defaults() {
        return new HistoryTables(null, "migrations_revision", "migrations_journal");
    }

    public HistoryTables in(String resolvedSchema) {
        return new HistoryTables(resolvedSchema, revision, journal);
    }

    /** The applied set's table, quoted and qualified as far as it is known. */
    public String quotedRevision() {
        return qualified(revision);
    }

    /** The journal's table, quoted and qualified as far as it is known. */
    public String quotedJournal() {
        return qualified(journal);
    }

    private String qualified(String table) {
        return schema == null ? quoted(table) : quoted(schema) + "." + quoted(table);
    }

    /** An identifier as PostgreSQL reads it back unchanged. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
