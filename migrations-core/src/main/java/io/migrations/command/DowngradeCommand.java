/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Migrator;
import io.migrations.engine.ReviewedDowngrade;
import io.migrations.revision.Range;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code downgrade}: undoes what stands above a target, with the database's own texts where this build has none. */
@Command(
        name = "downgrade",
        description = {
            "Undoes what stands above the target.",
            "",
            "Revisions that this build does not know are undone with the text that the database keeps, which is shown"
                    + " first. Asks before it runs such a text, and before it loses data."
        },
        footer = {
            "  migrations downgrade -1",
            "  migrations downgrade 003 --plan",
            "  migrations downgrade base --yes",
            "  migrations downgrade 007:005 --sql > downgrade.sql",
            "",
            "JSON: as upgrade; with --plan as plan"
        })
final class DowngradeCommand extends TargetedCommand {

    @Parameters(
            paramLabel = "TARGET",
            converter = TargetText.class,
            description =
                    "Where to go: base, a revision's id" + " or its beginning, label@base, or -1 for one step back.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Option(names = "--yes", description = "Do not ask. Needed where there is no terminal to ask on.")
    private boolean yes;

    @Override
    void check() {
        super.check();
        checkTargets(List.of(target));
        if (isSql()) {
            Range range = target.indexOf(':') < 0 ? Range.ALL : range(target);
            if (range.from() == null || range.to() == null) {
                throw mistake("A downgrade with '--sql' needs FROM:TO: without the database, nobody knows where it"
                        + " starts");
            }
        }
    }

    @Override
    Report report() {
        Migrator migrator = application().migrator();
        if (isSql()) {
            return script(migrator.downgradeScript(target));
        }
        ReviewedDowngrade shown = migrator.reviewDowngrade(target);
        if (isPlanOnly() || shown.plan().isEmpty()) {
            return PlanReport.of(shown);
        }
        String warnings = PlanReport.warnings(shown);
        if (!warnings.isEmpty()) {
            terminal().err().println(PlanReport.text(shown.plan()) + "\n\n" + warnings + "\n");
            Consent.require(terminal(), "Downgrade?", yes);
        }
        try (var progress = new Progress(terminal())) {
            return RunReport.of(migrator.withListener(progress).downgrade(shown));
        }
    }
}
