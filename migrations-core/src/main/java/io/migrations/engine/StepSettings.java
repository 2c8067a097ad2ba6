/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the statements of one step, set so that it ends with the transaction. */
final class StepSettings {

    private final Session session;
    private final JdbcClient jdbc;
    private final MigratorSettings settings;

    StepSettings(Session session, MigratorSettings settings) {
        this.session = session;
        this.jdbc = session.jdbc();
        this.settings = settings;
    }

    /**
     * Readies the transaction the session is in.
     *
     * @param waitForDisk whether its commit waits for the disk
     */
    void apply(Step step, boolean waitForDisk) {
        apply(step.toString(), waitForDisk);
    }

    /** Readies the transaction for a repeatable script. */
    void applyRepeatable(String name) {
        apply("repeat " + name, true);
    }

    /** Readies the transaction for something by its name. */
    void apply(String name, boolean waitForDisk) {
        jdbc.sql("""
                        SELECT set_config('lock_timeout', ?, true),
                               set_config('standard_conforming_strings', 'on', true),
                               set_config('synchronous_commit',
                                          CASE WHEN ? THEN current_setting('synchronous_commit') ELSE 'off' END, true),
                               set_config('application_name', ?, true)""")
                .param(settings.statementLockTimeout().toMillis() + "ms")
                .param(waitForDisk)
                .param(applicationName(name, settings))
                .query(row -> {});
    }

    /** Does what a script says under the timeout; what the engine itself does before and after has none. */
    void limited(Runnable work) {
        if (timeout().isNone()) {
            work.run();
        } else {
            set("statement_timeout", timeout().setting(), true);
            work.run();
            withoutTimeout();
        }
    }

    /** The same for one statement of a script that may have set a timeout of its own before. */
    void limited(Script script, Runnable work) {
        if (StatementTimeout.isSetBy(script)) {
            work.run();
        } else {
            limited(work);
        }
    }

    /** Lets what the engine itself does in the rest of the transaction take as long as it takes. */
    void withoutTimeout() {
        if (!timeout().isNone()) {
            set("statement_timeout", "0", true);
        }
    }

    private StatementTimeout timeout() {
        return StatementTimeout.of(settings, session);
    }

    private void set(String name, String value, boolean local) {
        jdbc.sql("SELECT set_config(?, ?, ?)")
                .params(name, value, local)
                .query(String.class)
                .single();
    }

    /** Tells other sessions what this one is about to do outside a transaction. */
    void announce(Step step) {
        set("application_name", applicationName(step.toString(), settings), false);
    }

    /**
     * Runs a statement outside a transaction, under the timeouts that its script has not set itself. It waits for locks as
     * long as any other, so that others do not queue behind it; but one that waits for transactions to end is let wait,
     * since those queue nobody, and so is code that may have committed a part of its work. What is set here stays until
     * the run's settings are restored, where the statement fails.
     *
     * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
     */
    void outsideTransaction(Script script, Statement statement, Runnable work) {
        boolean limitsWait = !waitsForTransactions(statement) && !StatementTimeout.isMentioned("lock_timeout", script);
        boolean limitsTime = !timeout().isNone() && !StatementTimeout.isSetBy(script);
        if (limitsWait) {
            set("lock_timeout", settings.statementLockTimeout().toMillis() + "ms", false);
        }
        if (limitsTime) {
            set("statement_timeout", timeout().setting(), false);
        }
        work.run();
        if (limitsTime) {
            set("statement_timeout", "0", false);
        }
        if (limitsWait) {
            set("lock_timeout", "0", false);
        }
    }

    private static boolean waitsForTransactions(Statement statement) {
        return StatementWords.of(statement).has("concurrently") || UnfinishedStatement.cannotBeTold(statement);
    }

    /** The server cuts it at 63 bytes, so the revision comes first. */
    static String applicationName(String doing, MigratorSettings settings) {
        String application = settings.application();
        return application == null ? doing : doing + " (" + application + ")";
    }
}
