/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database records as applied.
 *
 * @param applied the applied set, in the order in which it was applied
 * @param repeatables the repeatable scripts; none where they were not asked for
 */
public record RecordedState(List<AppliedRevision> applied, List<RecordedRepeatable> repeatables) {

    public RecordedState {
        applied = List.copyOf(applied);
        repeatables = List.copyOf(repeatables);
    }

    /** The applied set alone. */
    public static RecordedState of(List<AppliedRevision> applied) {
        return new RecordedState(applied, List.of());
    }

    /**
     * Reads the applied set, and if wanted the repeatable scripts with the same query. What has no table yet has nothing
     * applied. In a transaction a missing table aborts it, so before the tables are known to exist this belongs in
     * autocommit.
     */
    public static RecordedState read(JdbcClient jdbc, HistoryTables tables, boolean withRepeatables) {
        var appliedSet = new AppliedSet(tables);
        if (!withRepeatables) {
            return of(appliedSet.read(jdbc));
        }
        List<AppliedRevision> applied = new ArrayList<>();
        List<RecordedRepeatable> repeatables = new ArrayList<>();
        try {
            jdbc.sql("""
                            SELECT false AS repeatable, state.* FROM (%s) AS state
                             UNION ALL
                            SELECT true, name, '{}', '{}', '{}', '', '', checksum, true, false, NULL, NULL, applied_at
                              FROM %s
                             ORDER BY repeatable, applied_at, revision""".formatted(AppliedSet.query(tables), tables.quotedRepeatable()))
                    .query(row -> {
                        if (row.getBoolean("repeatable")) {
                            repeatables.add(new RecordedRepeatable(
                                    row.getString("revision"),
                                    row.getString("checksum"),
                                    RepeatableSet.instant(row, "applied_at")));
                        } else {
                            applied.add(AppliedSet.map(row));
                        }
                    });
        } catch (DataAccessException exception) {
            if (AppliedSet.isMissingTable(exception)) {
                return of(appliedSet.read(jdbc));
            }
            throw exception;
        }
        return new RecordedState(applied, repeatables);
    }
}
