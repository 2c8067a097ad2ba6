/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.MigratorFailedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A failure analyzer that says what happened with the state the database is in, and what to do next. */
abstract class ReportingFailureAnalyzer<T extends Throwable> extends AbstractFailureAnalyzer<T> {

    @Override
    protected final FailureAnalysis analyze(Throwable rootFailure, T cause) {
        MigratorFailedException one = findCause(rootFailure, MigratorFailedException.class);
        var description = new Report(one == null ? null : one.migrator());
        var action = new Report(description.migrator());
        if (one != null) {
            description.text("The migrator '%s' failed:".formatted(one.migrator()));
        }
        describe(cause, description);
        advise(cause, action);
        String advice = action.toString();
        if (one != null && advice.contains("'migrations.") && !advice.contains("'migrations.instances.")) {
            action.text("For '%1$s' alone, such a property stands under 'migrations.instances.%1$s', and wins there."
                    .formatted(one.migrator()));
        }
        return new MigrationFailureAnalysis(description.toString(), description.untouched(), action.toString(), cause);
    }

    abstract void describe(T cause, Report report);

    abstract void advise(T cause, Report report);
}
