/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal in the database: append-only, each row hashed over the one before. Stateless; the caller brings the
 * session, its transaction, and the migration lock that keeps writers apart.
 */
public final class Journal {

    private static final String COLUMNS = """
            run, attempt, action, revision, description, checksum, outcome, started_at, finished_at, database_user, os_user,
            host, application, application_version, statements, completed_checksum, failed_statement, sqlstate, message, lock_wait_ms,
            downgrade_checksum""";

    /** Rows about attempts at revisions, and at hooks, which have a name of their own. */
    private static final String ATTEMPTS = "action NOT IN ('repeat', 'fingerprint')";

    private final HistoryTables tables;

    public Journal(HistoryTables tables) {
        this.tables = tables;
    }

    /** Appends a row. */
    public void append(JdbcClient jdbc, JournalEntry entry) {
        String previous = jdbc.sql("SELECT hash FROM %s ORDER BY id DESC LIMIT 1".formatted(tables.quotedJournal()))
                .query(String.class)
                .optional()
                .orElse(JournalHash.FIRST);
        Failure failure = entry.failure();
        jdbc.sql("""
                        INSERT INTO %s (%s, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(tables.quotedJournal(), COLUMNS))
                .param(entry.run())
                .param(entry.attempt())
                .param(entry.action())
                .param(entry.revision())
                .param(entry.description())
                .param(entry.checksum())
                .param(entry.outcome().column())
                .param(timestamp(entry.startedAt()))
                .param(timestamp(entry.finishedAt()))
                .param(entry.actor().databaseUser())
                .param(entry.actor().osUser())
                .param(entry.actor().host())
                .param(entry.actor().application())
                .param(entry.actor().applicationVersion())
                .param(entry.statements())
                .param(entry.completedChecksum())
                .param(failure == null ? null : failure.statement())
                .param(failure == null ? null : failure.sqlState())
                .param(failure == null ? null : failure.message())
                .param(entry.lockWaitMillis())
                .param(entry.downgradeChecksum())
                .param(JournalHash.of(previous, entry))
                .update();
    }

    /** The newest row about a revision. */
    public Optional<JournalEntry> latest(JdbcClient jdbc, String revision) {
        return read(jdbc, "SELECT", "WHERE revision = ? AND %s ORDER BY id DESC LIMIT 1".formatted(ATTEMPTS), revision)
                .stream()
                .findFirst();
    }

    /** The newest row of each revision. */
    public List<JournalEntry> latest(JdbcClient jdbc) {
        return read(jdbc, "SELECT DISTINCT ON (revision)", "WHERE %s ORDER BY revision, id DESC".formatted(ATTEMPTS));
    }

    /** The newest row of each repeatable script. */
    public List<JournalEntry> latestRepeats(JdbcClient jdbc) {
        return read(jdbc, "SELECT DISTINCT ON (revision)", "WHERE action = 'repeat' ORDER BY revision, id DESC");
    }

    /** For each revision that was ever upgraded or stamped, the newest row that says so. */
    public List<JournalEntry> latestUpgrades(JdbcClient jdbc) {
        return read(
                jdbc,
                "SELECT DISTINCT ON (revision)",
                "WHERE action IN ('upgrade', 'stamp') AND checksum <> '' AND outcome = 'succeeded'"
                        + " ORDER BY revision, id DESC");
    }

    /** The rows of the newest run, oldest first. */
    public List<JournalEntry> latestRun(JdbcClient jdbc) {
        return read(
                jdbc,
                "SELECT",
                "WHERE run = (SELECT run FROM %s WHERE action <> 'fingerprint' ORDER BY id DESC LIMIT 1) AND action <> 'fingerprint'"
                        .formatted(tables.quotedJournal()));
    }

    /** The newest fingerprint of the schema, and whether anything ran since. */
    public Optional<RecordedFingerprint> fingerprint(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT description, finished_at,
                               EXISTS (SELECT FROM %1$s AS later
                                        WHERE later.id > entry.id AND action NOT IN ('stamp', 'repair', 'fingerprint'))
                          FROM %1$s AS entry
                         WHERE action = 'fingerprint'
                         ORDER BY id DESC
                         LIMIT 1""".formatted(tables.quotedJournal()))
                .query((row, number) -> new RecordedFingerprint(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3)))
                .optional();
    }

    /** All rows, oldest first. */
    public List<JournalEntry> entries(JdbcClient jdbc) {
        return rows(jdbc).stream().map(JournalRow::entry).toList();
    }

    /** All rows, oldest first, each checked against the one before. */
    public List<JournalRow> rows(JdbcClient jdbc) {
        var previous = new AtomicReference<>(JournalHash.FIRST);
        return jdbc.sql(query("SELECT", ""))
                .query((row, number) -> {
                    JournalEntry entry = map(row);
                    String hash = row.getString("hash");
                    boolean follows =
                            JournalHash.of(previous.getAndSet(hash), entry).equals(hash);
                    return new JournalRow(row.getLong("id"), entry, follows);
                })
                .list();
    }

    /** Rows in the order they were written. A column the table does not have yet is found in what it is joined with. */
    private List<JournalEntry> read(JdbcClient jdbc, String select, String which, Object... parameters) {
        return jdbc.sql(query(select, which))
                .params(parameters)
                .query((row, number) -> map(row))
                .list();
    }

    private String query(String select, String which) {
        return """
                SELECT entry.*
                  FROM (SELECT NULL::text AS downgrade_checksum) AS absent
                 CROSS JOIN LATERAL (%s id, hash, %s FROM %s %s) AS entry
                 ORDER BY id""".formatted(select, COLUMNS, tables.quotedJournal(), which);
    }

    private static JournalEntry map(ResultSet row) throws SQLException {
        String message = row.getString("message");
        return new JournalEntry(
                row.getObject("run", UUID.class),
                row.getObject("attempt", UUID.class),
                row.getString("action"),
                row.getString("revision"),
                row.getString("description"),
                row.getString("checksum"),
                Outcome.of(row.getString("outcome")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finishedAt(row),
                new Actor(
                        row.getString("database_user"),
                        row.getString("os_user"),
                        row.getString("host"),
                        row.getString("application"),
                        row.getString("application_version")),
                row.getInt("statements"),
                row.getString("completed_checksum"),
                message == null
                        ? null
                        : new Failure(row.getString("failed_statement"), row.getString("sqlstate"), message),
                row.getLong("lock_wait_ms"),
                row.getString("downgrade_checksum"));
    }

    private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return finished == null ? null : finished.toInstant();
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null
                ? null
                : OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
