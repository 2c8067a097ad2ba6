/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.script.InvalidScriptsException;
import io.migrations.script.ScriptFault;

/** Reports a {@link InvalidScriptsException}. */
final class InvalidScriptsFailureAnalyzer extends ReportingFailureAnalyzer<InvalidScriptsException> {

    @Override
    void describe(InvalidScriptsException cause, Report report) {
        int count = cause.faults().size();
        report.text(count == 1 ? "The scripts have a fault:" : "The scripts have %d faults:".formatted(count));
        for (ScriptFault fault : cause.faults()) {
            report.field(fault.place(), fault.message() + System.lineSeparator() + fault.remedy());
        }
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(InvalidScriptsException cause, Report report) {
        report.text("Correct the scripts as each line says, then try again. These are all the faults there are.");
    }
}
