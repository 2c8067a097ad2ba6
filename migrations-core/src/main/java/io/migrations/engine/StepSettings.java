/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import io.migrations.script.Script;
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
                               set_config('statement_timeout', ?, true),
                               set_config('standard_conforming_strings', 'on', true),
                               set_config('synchronous_commit',
                                          CASE WHEN ? THEN current_setting('synchronous_commit') ELSE 'off' END, true),
                               set_config('application_name', ?, true)""")
                .param(settings.statementLockTimeout().toMillis() + "ms")
                .param(timeout().setting())
                .param(waitForDisk)
                .param(applicationName(name, settings))
                .query(row -> {});
    }

    /** Lets what the engine itself does in the rest of the transaction take as long as it takes. */
    void withoutTimeout() {
        if (!timeout().isNone()) {
            setTimeout("0", true);
        }
    }

    /** Does something outside a transaction, under the timeout unless its script has one of its own. */
    void outsideTransaction(Script script, Runnable work) {
        boolean limited = !timeout().isNone() && !StatementTimeout.isSetBy(script);
        if (limited) {
            setTimeout(timeout().setting(), false);
        }
        work.run();
        if (limited) {
            setTimeout("0", false);
        }
    }

    private StatementTimeout timeout() {
        return StatementTimeout.of(settings, session);
    }

    private void setTimeout(String value, boolean local) {
        jdbc.sql("SELECT set_config('statement_timeout', ?, ?)")
                .params(value, local)
                .query(String.class)
                .single();
    }

    /** Tells other sessions what this one is about to do outside a transaction. */
    void announce(Step step) {
        jdbc.sql("SELECT set_config('application_name', ?, false)")
                .param(applicationName(step.toString(), settings))
                .query(String.class)
                .single();
    }

    /** The server cuts it at 63 bytes, so the revision comes first. */
    static String applicationName(String doing, MigratorSettings settings) {
        String application = settings.application();
        return application == null ? doing : doing + " (" + application + ")";
    }
}
