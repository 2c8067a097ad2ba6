/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.Drift;
import io.migrations.comparison.DriftReport;
import io.migrations.schema.SnapshotComparison;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drift}: whether the database was changed by other means than its migrations. */
@Command(
        name = "drift",
        description = {
            "Looks for what was changed in the database by hand.",
            "",
            "Finds what differs from what the migrations made, whoever changed it: runs in a scratch database"
                    + " what is applied, and compares. Also says whether the schema is still as the last run left it."
                    + " Nothing is changed."
        },
        exitCodeList = {
            "0:Nothing differs.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:Something differs."
        },
        footer = {
            "  migrations drift",
            "  migrations drift --fingerprint",
            "",
            "JSON: drift, fingerprint (same, changed, outdated, incomparable, none),",
            "fingerprintTakenAt, differences (none with --fingerprint), unread"
        })
final class DriftCommand extends Subcommand {

    @Option(
            names = "--fingerprint",
            description =
                    "Only compare with the fingerprint that the last run left, which needs no scratch database, and"
                            + " does not tell what differs.")
    private boolean fingerprint;

    @Override
    Report report() {
        Drift drift = application().drift();
        DriftReport report = fingerprint
                ? drift.sinceLastRun()
                : drift.fromRevisions(application().scratch());
        return new Report(report::text, () -> json(report), report.hasDrift() ? ExitCode.FOUND : ExitCode.DONE);
    }

    private static Map<String, ?> json(DriftReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("drift", report.hasDrift());
        json.put("fingerprint", report.fingerprint().name().toLowerCase(Locale.ROOT));
        json.put("fingerprintTakenAt", report.takenAt() == null ? null : String.valueOf(report.takenAt()));
        json.put(
                "differences",
                report.findDifferences().map(SnapshotComparison::values).orElse(null));
        json.put("unread", report.unread());
        return json;
    }
}
