/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * The names of the tables that hold the history.
 *
 * @param schema their schema; none means the session's current one
 * @param revision the table of the applied set
 * @param journal the table of attempts
 * @param repeatable the table of repeatable scripts; made only where there are some
 */
public record HistoryTables(@Nullable String schema, String revision, String journal, String repeatable) {

    /** {@code migrations_revision} and its like in the session's current schema. */
    public static HistoryTables defaults() {
        return new HistoryTables(null, "migrations_revision", "migrations_journal", "migrations_repeatable");
    }

    public HistoryTables in(String resolvedSchema) {
        return new HistoryTables(resolvedSchema, revision, journal, repeatable);
    }

    /** The applied set's table, quoted and qualified as far as it is known. */
    public String quotedRevision() {
        return qualified(revision);
    }

    /** The journal's table, quoted and qualified as far as it is known. */
    public String quotedJournal() {
        return qualified(journal);
    }

    /** The repeatable scripts' table, quoted and qualified as far as it is known. */
    public String quotedRepeatable() {
        return qualified(repeatable);
    }

    /** The function behind the trigger that keeps the journal append-only. */
    public String quotedAppendOnly() {
        return qualified(journal + "_append_only");
    }

    private String qualified(String table) {
        return schema == null ? quoted(table) : quoted(schema) + "." + quoted(table);
    }

    /** An identifier as PostgreSQL reads it back unchanged. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
