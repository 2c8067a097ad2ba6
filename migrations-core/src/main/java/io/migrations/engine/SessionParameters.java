/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every parameter that was set in the session, as {@code name=value}. Those that the server does not know are not among
 * them: see {@link CustomSetting}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-settings.html">pg_settings</a>
 */
enum SessionParameters implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return """
                ARRAY(SELECT name || '=' || setting FROM pg_settings
                       WHERE source = 'session' AND context IN ('user', 'superuser') AND name NOT LIKE 'transaction\\_%'
                       ORDER BY name)""";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        Map<String, String> earlier = byName(before);
        Map<String, String> current = byName(now);
        current.keySet().stream()
                .filter(name -> !earlier.containsKey(name))
                .forEach(name -> jdbc.sql("RESET " + name).update());
        earlier.forEach((name, value) -> {
            if (!value.equals(current.get(name))) {
                set(jdbc, name, value);
            }
        });
    }

    static void set(JdbcClient jdbc, String name, String value) {
        jdbc.sql("SELECT set_config(?, ?, false)")
                .params(name, value)
                .query(String.class)
                .single();
    }

    private static Map<String, String> byName(List<String> values) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            result.put(value.substring(0, equals), value.substring(equals + 1));
        }
        return result;
    }
}
