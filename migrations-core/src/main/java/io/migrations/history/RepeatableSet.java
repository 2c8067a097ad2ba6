/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The repeatable scripts in the database: a row per script that ever ran. Stateless; the caller brings the session and
 * the transaction, so that a row stands or falls with the statements it records. The table has to be there.
 */
public final class RepeatableSet {

    private final HistoryTables tables;

    public RepeatableSet(HistoryTables tables) {
        this.tables = tables;
    }

    /** What is recorded of each, by name. */
    public List<RecordedRepeatable> read(JdbcClient jdbc) {
        return jdbc.sql("SELECT name, checksum, applied_at FROM %s ORDER BY name".formatted(tables.quotedRepeatable()))
                .query((row, number) ->
                        new RecordedRepeatable(row.getString(1), row.getString(2), instant(row, "applied_at")))
                .list();
    }

    /** All that is recorded of each, by name. */
    public List<RepeatableRow> rows(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT name, checksum, text, objects,
                               ARRAY(SELECT entry ->> 'object' FROM jsonb_array_elements(saved) AS entry),
                               ARRAY(SELECT entry ->> 'last' FROM jsonb_array_elements(saved) AS entry),
                               ARRAY(SELECT entry ->> 'statement' FROM jsonb_array_elements(saved) AS entry)
                          FROM %s
                         ORDER BY name""".formatted(tables.quotedRepeatable()))
                .query((row, number) -> new RepeatableRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        strings(row, 4),
                        saved(strings(row, 5), strings(row, 6), strings(row, 7))))
                .list();
    }

    private static List<SavedStatement> saved(List<String> objects, List<String> last, List<String> statements) {
        return IntStream.range(0, objects.size())
                .mapToObj(i -> new SavedStatement(objects.get(i), Boolean.parseBoolean(last.get(i)), statements.get(i)))
                .toList();
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Records a script in place of what was recorded. */
    public void put(JdbcClient jdbc, RepeatableRow script, Instant appliedAt) {
        List<SavedStatement> saved = script.saved();
        jdbc.sql("""
                        INSERT INTO %s (name, checksum, text, objects, saved, applied_at)
                        VALUES (?, ?, ?, ?, (
                          SELECT coalesce(jsonb_agg(jsonb_build_object(
                                   'object', object, 'last', last, 'statement', statement) ORDER BY place), '[]')
                            FROM unnest(?::text[], ?::boolean[], ?::text[])
                                 WITH ORDINALITY AS entries (object, last, statement, place)), ?)
                        ON CONFLICT (name) DO UPDATE
                           SET checksum = excluded.checksum, text = excluded.text, objects = excluded.objects,
                               saved = excluded.saved, applied_at = excluded.applied_at""".formatted(tables.quotedRepeatable()))
                .param(script.name())
                .param(script.checksum())
                .param(script.text())
                .param(script.objects().toArray(String[]::new))
                .param(saved.stream().map(SavedStatement::object).toArray(String[]::new))
                .param(saved.stream().map(SavedStatement::last).toArray(Boolean[]::new))
                .param(saved.stream().map(SavedStatement::statement).toArray(String[]::new))
                .param(OffsetDateTime.ofInstant(appliedAt, ZoneOffset.UTC))
                .update();
    }

    /** Records what has become of a script that ran before, leaving the time when it ran. */
    public void update(JdbcClient jdbc, RepeatableRow script) {
        Instant appliedAt = jdbc.sql("SELECT applied_at FROM %s WHERE name = ?".formatted(tables.quotedRepeatable()))
                .param(script.name())
                .query((row, number) -> instant(row, "applied_at"))
                .single();
        put(jdbc, script, appliedAt);
    }

    /** Gives a script's row another name. */
    public void rename(JdbcClient jdbc, String from, String to) {
        jdbc.sql("UPDATE %s SET name = ? WHERE name = ?".formatted(tables.quotedRepeatable()))
                .params(to, from)
                .update();
    }

    /** Makes scripts run again; those that never ran will anyway. */
    public void outdate(JdbcClient jdbc, Collection<String> names) {
        jdbc.sql("UPDATE %s SET checksum = NULL WHERE name = ANY (?) AND checksum IS NOT NULL"
                        .formatted(tables.quotedRepeatable()))
                .param(names.toArray(String[]::new))
                .update();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
