/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A trigger on the journal that refuses to change or remove its rows, to everybody: to its owner, to superusers, and in
 * sessions that replicate, too. Only who drops it first can.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
public final class AppendOnlyJournal {

    /** The trigger's name. */
    public static final String TRIGGER = "append_only";

    private AppendOnlyJournal() {}

    /** Whether the journal, given with its schema, has it. */
    public static boolean exists(JdbcClient jdbc, HistoryTables resolved) {
        return jdbc.sql("SELECT " + existence("?"))
                .param(resolved.quotedJournal())
                .query(Boolean.class)
                .single();
    }

    /**
     * An expression for whether the journal has it.
     *
     * @param journal an expression for the table's quoted name
     */
    public static String existence(String journal) {
        return "EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgname = '%s')"
                .formatted(journal, TRIGGER);
    }

    /** Creates it; the journal, given with its schema, exists. */
    public static void create(JdbcClient jdbc, HistoryTables resolved) {
        statements(resolved.quotedJournal(), resolved.quotedAppendOnly())
                .forEach(statement -> jdbc.sql(statement).update());
    }

    /**
     * What creates it.
     *
     * @param journal the journal's quoted name
     * @param function the quoted name of the function to be made for it
     */
    public static List<String> statements(String journal, String function) {
        return List.of(
                """
                CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $append_only$
                BEGIN
                  RAISE EXCEPTION USING ERRCODE = 'restrict_violation',
                    MESSAGE = format('%%I.%%I, the journal of migrations, is only appended to: %%s is refused',
                                     TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP);
                END $append_only$""".formatted(function),
                """
                CREATE TRIGGER %s BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                  FOR EACH STATEMENT EXECUTE FUNCTION %s()""".formatted(TRIGGER, journal, function),
                "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s".formatted(journal, TRIGGER));
    }
}
