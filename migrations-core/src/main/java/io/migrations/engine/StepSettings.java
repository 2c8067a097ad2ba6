/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import io.migrations.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the statements of one step, set so that it ends with the transaction. */
final class StepSettings {

    private final JdbcClient jdbc;
    private final MigratorSettings settings;

    StepSettings(JdbcClient jdbc, MigratorSettings settings) {
        this.jdbc = jdbc;
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
                .params(settings.statementLockTimeout().toMillis() + "ms", waitForDisk, applicationName(name, settings))
                .query(row -> {});
    }

    /** Tells other sessions what this one is about to do outside a transaction. */
    void announce(Step step) {
        jdbc.sql("SELECT set_config('application_name', ?, false)")
                .param(applicationName(step.toString(), settings))
                .query(String.class)
                .single();
    }

    /**
     * Runs a statement outside a transaction. It waits for locks as long as any other, so that others do not queue behind
     * it; but one that waits for transactions to end is let wait, since those queue nobody, and so is code that may have
     * committed a part of its work. A limit that the script has set stays.
     *
     * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
     */
    void outsideTransaction(Statement statement, Runnable work) {
        if (waitsForTransactions(statement) || !lockTimeout().equals("0")) {
            work.run();
            return;
        }
        lockTimeout(settings.statementLockTimeout().toMillis() + "ms");
        work.run();
        lockTimeout("0");
    }

    private static boolean waitsForTransactions(Statement statement) {
        return StatementWords.of(statement).has("concurrently") || UnfinishedStatement.cannotBeTold(statement);
    }

    private String lockTimeout() {
        return jdbc.sql("SELECT current_setting('lock_timeout')")
                .query(String.class)
                .single();
    }

    /** Stays until the run's settings are restored, where the statement fails. */
    private void lockTimeout(String value) {
        jdbc.sql("SELECT set_config('lock_timeout', ?, false)")
                .param(value)
                .query(String.class)
                .single();
    }

    /** The server cuts it at 63 bytes, so the revision comes first. */
    static String applicationName(String doing, MigratorSettings settings) {
        String application = settings.application();
        return application == null ? doing : doing + " (" + application + ")";
    }
}
