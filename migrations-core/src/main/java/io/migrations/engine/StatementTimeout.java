/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import java.time.Duration;
import java.util.Locale;

/**
 * How long a statement may run, and who says so.
 *
 * @param limit zero for any time
 * @param origin where it comes from, for a sentence
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT">statement_timeout</a>
 */
record StatementTimeout(Duration limit, String origin) {

    static final StatementTimeout NONE = new StatementTimeout(Duration.ZERO, "nowhere");

    private static final String NAME = "statement_timeout";

    /** The one that the session had before the run, by {@code pg_settings.source}. */
    static StatementTimeout inherited(long millis, String source) {
        return new StatementTimeout(
                Duration.ofMillis(millis),
                switch (source) {
                    case "user" -> "ALTER ROLE ... SET";
                    case "database" -> "ALTER DATABASE ... SET";
                    case "database user" -> "ALTER ROLE ... IN DATABASE ... SET";
                    case "configuration file", "command line", "environment variable" -> "the server's configuration";
                    case "client" -> "the options of the connection";
                    case "session" -> "the connection's own session";
                    default -> "the server (" + source + ")";
                });
    }

    /** The one that holds for the scripts of a run. */
    static StatementTimeout of(MigratorSettings settings, Session session) {
        Duration own = settings.statementTimeout();
        return own == null
                ? session.inheritedTimeout()
                : new StatementTimeout(own, "the property 'migrations.statement-timeout'");
    }

    /** Whether a script has its own idea, which counts then. */
    static boolean isSetBy(Script script) {
        return isMentioned(NAME, script);
    }

    static boolean isMentioned(String setting, Script script) {
        return script.isText()
                && script.statements().stream()
                        .anyMatch(statement ->
                                statement.text().toLowerCase(Locale.ROOT).contains(setting));
    }

    boolean isNone() {
        return limit.isZero();
    }

    /** As a parameter's value. */
    String setting() {
        return limit.toMillis() + "ms";
    }

    /** What the server's message does not say. */
    String explanation() {
        return "The statement ran longer than %s, which is %s, from %s.".formatted(NAME, setting(), origin);
    }
}
