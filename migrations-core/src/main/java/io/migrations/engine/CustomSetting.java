/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Literals;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A setting that the server does not know, such as {@code app.tenant}. No view lists these, so their names have to be
 * known before. One that was never set reads as empty after it was set once: there is no way back to nothing.
 *
 * @param name its name, in two parts or more
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-custom.html">Customized Options</a>
 */
record CustomSetting(String name) implements Leftover {

    @Override
    public String expression() {
        return "ARRAY[coalesce(current_setting(%s, true), '')]".formatted(Literals.text(name));
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        SessionParameters.set(jdbc, name, before.get(0));
    }
}
