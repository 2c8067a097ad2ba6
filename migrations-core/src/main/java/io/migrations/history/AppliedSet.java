/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import io.migrations.revision.Revision;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The applied set in the database: a row per applied revision. Stateless; the caller brings the session and the
 * transaction, so that a row stands or falls with the statements it records.
 */
public final class AppliedSet {

    private static final String UNDEFINED_TABLE = "42P01";

    private final HistoryTables tables;

    public AppliedSet(HistoryTables tables) {
        this.tables = tables;
    }

    /**
     * Reads the applied set with one query; empty where the tables do not exist yet. In a transaction a missing table
     * aborts it, so before the tables are known to exist this belongs in autocommit.
     */
    public List<AppliedRevision> read(JdbcClient jdbc) {
        try {
            return jdbc.sql(query(tables) + " ORDER BY applied_at, revision")
                    .query((row, number) -> map(row))
                    .list();
        } catch (DataAccessException exception) {
            if (isMissingTable(exception)) {
                return List.of();
            }
            throw exception;
        }
    }

    /** The applied set as a query. A column that the table does not have yet is found in what it is joined with. */
    static String query(HistoryTables tables) {
        return """
                SELECT applied.*
                  FROM (SELECT NULL::text AS downgrade_checksum, NULL::boolean AS downgrade_transactional)
                       AS absent
                 CROSS JOIN LATERAL (
                       SELECT revision, parents, dependencies, labels, description, kind, checksum,
                              transactional, downgrade_text IS NOT NULL AS reversible,
                              downgrade_checksum, downgrade_transactional, applied_at
                         FROM %s) AS applied""".formatted(tables.quotedRevision());
    }

    static boolean isMissingTable(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException cause
                && UNDEFINED_TABLE.equals(cause.getSQLState());
    }

    /** The texts kept of an applied revision. */
    public Optional<RevisionTexts> texts(JdbcClient jdbc, String id) {
        return jdbc.sql("SELECT upgrade_text, downgrade_text FROM %s WHERE revision = ?"
                        .formatted(tables.quotedRevision()))
                .param(id)
                .query((row, number) -> new RevisionTexts(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Records a revision as applied. */
    public void add(JdbcClient jdbc, AppliedRevision applied, RevisionTexts texts) {
        Revision revision = applied.revision();
        jdbc.sql("""
                        INSERT INTO %s (revision, parents, dependencies, labels, description, kind, checksum,
                                        upgrade_text, downgrade_text, downgrade_checksum, downgrade_transactional,
                                        transactional, applied_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(tables.quotedRevision()))
                .params(
                        revision.id(),
                        revision.parents().toArray(String[]::new),
                        revision.dependencies().toArray(String[]::new),
                        revision.labels().toArray(String[]::new),
                        revision.description(),
                        applied.kind(),
                        applied.checksum(),
                        texts.upgrade())
                .param(texts.downgrade())
                .param(applied.downgradeChecksum())
                .param(applied.downgradeTransactional())
                .params(applied.transactional(), OffsetDateTime.ofInstant(applied.appliedAt(), ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes a revision out of the applied set.
     *
     * @throws IllegalStateException where not exactly one row goes, as in Alembic: somebody else was here
     */
    public void remove(JdbcClient jdbc, String id) {
        int rows = jdbc.sql("DELETE FROM %s WHERE revision = ?".formatted(tables.quotedRevision()))
                .param(id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Expected one row of revision '%s' in %s, but there were %d."
                    .formatted(id, tables.quotedRevision(), rows));
        }
    }

    static AppliedRevision map(ResultSet row) throws SQLException {
        var revision = new Revision(
                row.getString("revision"),
                strings(row.getArray("parents")),
                strings(row.getArray("dependencies")),
                Set.copyOf(strings(row.getArray("labels"))),
                row.getString("description"),
                "the database");
        return new AppliedRevision(
                revision,
                row.getString("kind"),
                row.getString("checksum"),
                row.getBoolean("transactional"),
                row.getBoolean("reversible"),
                row.getString("downgrade_checksum"),
                row.getObject("downgrade_transactional", Boolean.class),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("applied_at", OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
