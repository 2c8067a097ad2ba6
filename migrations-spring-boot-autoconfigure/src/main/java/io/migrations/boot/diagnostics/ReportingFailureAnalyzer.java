/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.MigratorFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A failure analyzer that says what happened with the state the database is in, and what to do next. */
abstract class ReportingFailureAnalyzer<T extends Throwable> extends AbstractFailureAnalyzer<T> {

    @Override
    protected final FailureAnalysis analyze(Throwable rootFailure, T cause) {
        var description = new Report();
        var action = new Report();
        MigratorFailedException one = findCause(rootFailure, MigratorFailedException.class);
        if (one != null) {
            description.text("The migrator '%s' failed:".formatted(one.migrator()));
        }
        String migrator = one == null ? null : one.migrator();
        describe(cause, migrator, description);
        advise(cause, migrator, action);
        String advice = action.toString();
        if (one != null && advice.contains("'migrations.") && !advice.contains("'migrations.instances.")) {
            action.text("For '%1$s' alone, such a property stands under 'migrations.instances.%1$s', and wins there."
                    .formatted(one.migrator()));
        }
        return new MigrationFailureAnalysis(description.toString(), description.untouched(), action.toString(), cause);
    }

    /** For who needs to know which of several migrators failed. */
    void describe(T cause, @Nullable String migrator, Report report) {
        describe(cause, report);
    }

    /** Likewise. */
    void advise(T cause, @Nullable String migrator, Report report) {
        advise(cause, report);
    }

    void describe(T cause, Report report) {}

    void advise(T cause, Report report) {}
}
