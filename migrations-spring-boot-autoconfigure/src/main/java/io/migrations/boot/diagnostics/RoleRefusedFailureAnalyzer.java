/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.RoleRefusedException;

/** Reports a {@link RoleRefusedException}. */
final class RoleRefusedFailureAnalyzer extends ReportingFailureAnalyzer<RoleRefusedException> {

    @Override
    void describe(RoleRefusedException cause, Report report) {
        report.text(
                cause.roleExists()
                        ? "User '%s' is no member of role '%s', which migrations are to run in."
                                .formatted(cause.user(), cause.role())
                        : "There is no role '%s', which migrations are to run in.".formatted(cause.role()));
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(RoleRefusedException cause, Report report) {
        report.text("As a superuser:");
        report.quote(String.join("\n", cause.remedies()));
        report.text("Or correct 'migrations.role'.");
    }
}
