/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.Drift;
import io.migrations.comparison.DriftReport;
import io.migrations.comparison.Proposal;
import io.migrations.engine.RecordedSchema;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Placement;
import io.migrations.revision.Target;
import io.migrations.script.Draft;
import io.migrations.script.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            "  migrations drift --adopt -m \"index that operations made\"",
            "",
            "JSON: drift, fingerprint (same, changed, outdated, incomparable, none),",
            "fingerprintTakenAt, differences (none with --fingerprint), unread"
        })
final class DriftCommand extends Subcommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--fingerprint",
            description =
                    "Only compare with the fingerprint that the last run left, which needs no scratch database, and"
                            + " does not tell what differs.")
    private boolean fingerprint;

    @Option(
            names = "--adopt",
            description = "Write the revision that makes it official: what the database has and the migrations do not"
                    + " produce.")
    private boolean adopt;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "With --adopt: what the revision does, in a few words.")
    private @Nullable String message;

    @Mixin
    private Autogenerating generating = new Autogenerating();

    @Mixin
    private Writing writing = new Writing();

    private List<String> notes = List.of();

    @Override
    void check() {
        if (adopt && (message == null || message.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "'--adopt' writes a revision: say with '-m' what it does, in a few words");
        }
        if (adopt && fingerprint) {
            throw new ParameterException(
                    spec.commandLine(), "A fingerprint does not tell what differs: leave out '--fingerprint'");
        }
        if (!adopt && (message != null || generating.isUsed())) {
            throw new ParameterException(
                    spec.commandLine(), "'-m', '--rename' and '--online' are about a revision: add '--adopt'");
        }
    }

    @Override
    List<String> notes() {
        return notes;
    }

    @Override
    Report report() {
        if (adopt) {
            return adopted(String.valueOf(message));
        }
        Drift drift = application().drift();
        DriftReport report = fingerprint
                ? drift.sinceLastRun()
                : drift.fromRevisions(application().scratch());
        return new Report(report::text, () -> json(report), report.hasDrift() ? ExitCode.FOUND : ExitCode.DONE);
    }

    private Report adopted(String description) {
        SourceTree tree = writing.sources(application());
        Autogenerating.requireBuilt(application(), tree);
        RecordedSchema live = application().migrator().schema();
        requireCurrent(live);
        Proposal proposal = generating.of(application(), terminal(), !isJson()).towards(live.snapshot());
        if (proposal.isEmpty()) {
            return Autogenerating.nothing("what the database has", proposal);
        }
        NewRevision place =
                new Placement(List.of(Target.HEAD), false, writing.labels(), List.of(), writing.id()).in(tree.graph());
        List<Draft> drafts = Autogenerating.drafts(proposal, writing.idOrRandom(), description, place, false);
        notes = application()
                .model()
                .map(model -> "Take it into %s, too, or the next 'migrations revision --autogenerate' takes it back."
                        .formatted(model.name()))
                .stream()
                .toList();
        return writing.adopt(application(), tree, drafts);
    }

    /** What is pending would be taken for what somebody has removed, and what a newer build did for what somebody has added. */
    private void requireCurrent(RecordedSchema live) {
        List<String> pending = application().migrator().scripts().graph().ids().stream()
                .filter(id -> !live.applied().contains(id))
                .toList();
        if (!pending.isEmpty()) {
            throw new PendingRevisionsException(pending);
        }
        List<String> unknown = live.applied().stream()
                .filter(id -> !application().migrator().scripts().graph().contains(id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ForeignRevisionsException(unknown);
        }
    }

    private static Map<String, ?> json(DriftReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("drift", report.hasDrift());
        json.put("fingerprint", report.fingerprint().name().toLowerCase(Locale.ROOT));
        if (report.takenAt() != null) {
            json.put("fingerprintTakenAt", String.valueOf(report.takenAt()));
        }
        report.findDifferences().ifPresent(differences -> json.put("differences", differences.values()));
        json.put("unread", report.unread());
        return json;
    }
}
