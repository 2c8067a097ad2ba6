/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The checks and triggers that a script has put off to the end of its transaction. They have to be over before its role,
 * its settings and its temporary tables are taken back, as they would run without these otherwise, and a table that one
 * waits for cannot be dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET CONSTRAINTS</a>
 */
final class DeferredConstraints {

    /** One name may stand for several, and is refused if one of them cannot be put off. */
    private static final String INITIALLY_DEFERRED = """
            SELECT string_agg(DISTINCT format('%I.%I', nspname, conname), ', ')
              FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
             WHERE condeferred AND has_schema_privilege(n.oid, 'USAGE') AND NOT pg_is_other_temp_schema(n.oid)
               AND NOT EXISTS (SELECT FROM pg_constraint same
                                WHERE same.connamespace = n.oid AND same.conname = c.conname AND NOT same.condeferrable)""";

    private DeferredConstraints() {}

    /** Has everything checked and run that was put off; what fails then would have failed at the commit. */
    static void checkNow(JdbcClient jdbc) {
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    /** Has what follows in the transaction put off again what is put off by its definition. */
    static void putOffAgain(JdbcClient jdbc) {
        jdbc.sql(INITIALLY_DEFERRED).query((row, number) -> String.valueOf(row.getString(1))).list().stream()
                .filter(names -> !names.equals("null"))
                .forEach(names ->
                        jdbc.sql("SET CONSTRAINTS %s DEFERRED".formatted(names)).update());
    }
}
