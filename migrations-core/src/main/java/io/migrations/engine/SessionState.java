/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Array;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a session outlives a transaction.
 *
 * @param user the session user
 * @param role the current role, {@code none} without one
 * @param temporaryTables whether it has any, which would stand in front of the real ones
 * @param parameters every parameter that was set in the session
 */
record SessionState(String user, String role, boolean temporaryTables, Map<String, String> parameters) {

    static SessionState read(JdbcClient jdbc) {
        SessionState state = jdbc.sql("""
                        SELECT session_user::text, current_setting('role'),
                               EXISTS (SELECT FROM pg_class WHERE relnamespace = pg_my_temp_schema()),
                               array_agg(name ORDER BY name) FILTER (WHERE source = 'session'),
                               array_agg(setting ORDER BY name) FILTER (WHERE source = 'session')
                          FROM pg_settings
                         WHERE context IN ('user', 'superuser') AND name NOT LIKE 'transaction\\_%'""")
                .query((row, number) -> new SessionState(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        parameters(row.getArray(4), row.getArray(5))))
                .single();
        return Objects.requireNonNull(state);
    }

    private static Map<String, String> parameters(@Nullable Array names, @Nullable Array values) throws SQLException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (names != null && values != null) {
            String[] name = (String[]) names.getArray();
            String[] value = (String[]) values.getArray();
            for (int i = 0; i < name.length; i++) {
                parameters.put(name[i], value[i]);
            }
        }
        return parameters;
    }

    /** Sets back whatever differs from this state. */
    void restore(JdbcClient jdbc) {
        SessionState now = read(jdbc);
        if (now.equals(this)) {
            return;
        }
        if (now.temporaryTables() && !temporaryTables) {
            jdbc.sql("DISCARD TEMP").update();
        }
        // The user first: a lesser one may not be allowed to change the rest.
        if (!now.user().equals(user)) {
            jdbc.sql("RESET SESSION AUTHORIZATION").update();
            if (!read(jdbc).user().equals(user)) {
                set(jdbc, "session_authorization", user);
            }
        }
        set(jdbc, "role", role);
        now.parameters().keySet().stream()
                .filter(name -> !parameters.containsKey(name))
                .forEach(name -> jdbc.sql("RESET " + name).update());
        parameters.forEach((name, value) -> {
            if (!value.equals(now.parameters().get(name))) {
                set(jdbc, name, value);
            }
        });
    }

    /** Takes on this state's role until the transaction ends. */
    void applyRole(JdbcClient jdbc) {
        jdbc.sql("SELECT set_config('role', ?, true)")
                .param(role)
                .query(String.class)
                .single();
    }

    private static void set(JdbcClient jdbc, String name, String value) {
        jdbc.sql("SELECT set_config(?, ?, false)")
                .params(name, value)
                .query(String.class)
                .single();
    }
}
