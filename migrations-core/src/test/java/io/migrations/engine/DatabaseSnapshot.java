/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database holds, so far as two ways to the same place must agree: the catalog, the applied set and the journal
 * without times, ids and who did it.
 */
record DatabaseSnapshot(
        List<Map<String, Object>> columns,
        List<String> indexes,
        List<Map<String, Object>> constraints,
        List<Map<String, Object>> functions,
        List<Map<String, Object>> applied,
        List<Map<String, Object>> journal) {

    static DatabaseSnapshot of(JdbcClient jdbc) {
        return new DatabaseSnapshot(
                rows(jdbc, """
                        SELECT table_schema, table_name, column_name, ordinal_position, column_default, data_type, is_nullable
                          FROM information_schema.columns
                         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, 4"""),
                jdbc.sql("SELECT indexdef FROM pg_indexes WHERE schemaname NOT LIKE 'pg\\_%' ORDER BY 1")
                        .query(String.class)
                        .list(),
                rows(jdbc, """
                        SELECT conrelid::regclass::text AS relation, conname::text, pg_get_constraintdef(oid) AS definition
                          FROM pg_constraint ORDER BY 1, 2"""),
                rows(jdbc, """
                        SELECT proname::text, prosrc, pg_get_functiondef(oid) AS definition
                          FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"""),
                rows(jdbc, """
                        SELECT revision, parents::text, dependencies::text, labels::text, description, kind, checksum,
                               upgrade_text, downgrade_text, downgrade_checksum, downgrade_transactional, transactional
                          FROM migrations_revision ORDER BY applied_at"""),
                rows(jdbc, """
                        SELECT action, revision, description, checksum, outcome, finished_at IS NULL AS unfinished,
                               database_user, application_version, statements, completed_checksum, failed_statement,
                               sqlstate, message, downgrade_checksum,
                               dense_rank() OVER (ORDER BY started_at) AS attempt
                          FROM migrations_journal ORDER BY id"""));
    }

    private static List<Map<String, Object>> rows(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }
}
