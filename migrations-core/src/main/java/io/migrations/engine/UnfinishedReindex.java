/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import io.migrations.sql.Literals;
import org.jspecify.annotations.Nullable;

/**
 * {@code REINDEX}, repeatable by nature. With {@code CONCURRENTLY} it works on copies with the suffixes {@code _ccnew} and
 * {@code _ccold}, which one that stops half-way leaves invalid; they are dropped before the next attempt.
 *
 * @param kind {@code index}, {@code table}, {@code schema}, or anything else for the whole database
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY">Rebuilding Indexes
 *     Concurrently</a>
 */
record UnfinishedReindex(
        boolean concurrently, String kind, @Nullable Name of) implements UnfinishedStatement {

    static UnfinishedReindex of(StatementWords words) {
        int kind = words.afterOptions(1);
        int name = words.is(kind + 1, "concurrently") ? kind + 2 : kind + 1;
        return new UnfinishedReindex(
                words.has("concurrently"),
                kind < words.tokens().size() ? words.tokens().get(kind).identifier() : "",
                words.name(name).orElse(null));
    }

    @Override
    public Finding find(Aftermath aftermath) {
        return concurrently
                ? Finding.againAfter(InvalidIndexes.leftBy(
                        aftermath, "c.relname ~ '_cc(new|old)[0-9]*$' AND i.indrelid IN (%s)".formatted(tables())))
                : Finding.again();
    }

    /** The tables whose indexes it rebuilds, and what holds their large values. */
    private String tables() {
        String relations = switch (kind) {
            case "index" -> "SELECT x.indrelid FROM pg_index x WHERE x.indexrelid IN (%s)".formatted(withPartitions());
            case "table" -> withPartitions();
            case "schema" ->
                "SELECT t.oid FROM pg_class t WHERE t.relnamespace = (SELECT s.oid FROM pg_namespace s WHERE"
                        + " s.nspname = %s)".formatted(of == null ? "NULL" : Literals.text(of.plain()));
            default -> "SELECT t.oid FROM pg_class t";
        };
        return "SELECT unnest(ARRAY[r.oid, r.reltoastrelid]) FROM pg_class r WHERE r.oid IN (%s)".formatted(relations);
    }

    /** A plain relation is not part of a partition tree, so it is named by itself, too. */
    private String withPartitions() {
        String name = of == null ? "NULL" : Literals.text(of.written());
        return "SELECT to_regclass(%1$s)::oid UNION ALL SELECT relid::oid FROM pg_partition_tree(to_regclass(%1$s))"
                .formatted(name);
    }
}
