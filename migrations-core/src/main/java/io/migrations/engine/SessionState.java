/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a session outlives a transaction.
 *
 * @param user the session user
 * @param role the current role, {@code none} without one
 * @param parameters every parameter that was set in the session
 */
record SessionState(String user, String role, Map<String, String> parameters) {

    static SessionState read(JdbcClient jdbc) {
        Map<String, String> parameters = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT '' AS name, session_user::text AS setting, current_setting('role') AS role
                        UNION ALL
                        SELECT name, setting, '' FROM pg_settings
                         WHERE source = 'session' AND context IN ('user', 'superuser')""").query(row -> {
            parameters.put(row.getString("name"), row.getString("setting"));
            if (row.getString("name").isEmpty()) {
                parameters.put("role", row.getString("role"));
            }
        });
        String user = Objects.requireNonNull(parameters.remove(""));
        String role = Objects.requireNonNull(parameters.remove("role"));
        return new SessionState(user, role, parameters);
    }

    /** Sets back whatever differs from this state. */
    void restore(JdbcClient jdbc) {
        SessionState now = read(jdbc);
        if (now.equals(this)) {
            return;
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

    private static void set(JdbcClient jdbc, String name, String value) {
        jdbc.sql("SELECT set_config(?, ?, false)")
                .params(name, value)
                .query(String.class)
                .single();
    }
}
