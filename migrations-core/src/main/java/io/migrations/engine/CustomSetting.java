/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Literals;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A setting that the server does not know, such as {@code app.tenant}. No view lists these, so their names have to be
 * known before. One that was never set reads as empty after it was set once: there is no way back to nothing.
 *
 * <p>A library that is loaded meanwhile may make a real parameter of it, as PL/pgSQL does with its own when the first
 * function is made: from then on {@link SessionParameters} take it back, and only what it was before has to be brought
 * back here.
 *
 * @param name its name, in two parts or more, in lower case
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-custom.html">Customized Options</a>
 */
record CustomSetting(String name) implements Leftover {

    private static final String REAL = "true";

    @Override
    public String expression() {
        String literal = Literals.text(name);
        return "ARRAY[coalesce(current_setting(%1$s, true), ''), EXISTS (SELECT FROM pg_settings WHERE lower(name) = %1$s)::text]"
                .formatted(literal);
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        String value = before.get(0);
        boolean wasReal = before.get(1).equals(REAL);
        boolean isReal = now.get(1).equals(REAL);
        if (!isReal || (!wasReal && !value.isEmpty())) {
            SessionParameters.set(jdbc, name, value);
        }
    }
}
