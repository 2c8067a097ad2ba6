/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The session's user and its role, {@code none} without one, in this order.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-session-authorization.html">SET SESSION
 *     AUTHORIZATION</a>
 */
enum SessionIdentity implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return "ARRAY[session_user::text, current_setting('role')]";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        String user = before.get(0);
        if (!now.get(0).equals(user)) {
            jdbc.sql("RESET SESSION AUTHORIZATION").update();
            String reset =
                    jdbc.sql("SELECT session_user::text").query(String.class).single();
            if (!reset.equals(user)) {
                SessionParameters.set(jdbc, "session_authorization", user);
            }
        }
        SessionParameters.set(jdbc, "role", before.get(1));
    }

    /** Takes them on until the transaction ends; another user is set only where it has to be, as that resets the role. */
    static void apply(JdbcClient jdbc, List<String> values) {
        jdbc.sql("""
                        SELECT CASE WHEN session_user <> ? THEN set_config('session_authorization', ?, true) END,
                               set_config('role', ?, true)""").params(values.get(0), values.get(0), values.get(1)).query(row -> {});
    }
}
