/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Migrator;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Stamp;
import io.migrations.revision.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stamp}: records revisions as applied, or no longer so, without running anything. */
@Command(
        name = "stamp",
        description = {
            "Records revisions as applied, or not applied; runs nothing.",
            "",
            "Adopts a database that was made otherwise. Everything else that is applied stays so, unless it stands"
                    + " above a target, or is the other side of a merge that does; that is asked about first."
        },
        footer = {
            "  migrations stamp head",
            "  migrations stamp 003 --purge --plan",
            "  migrations stamp 003 --sql > stamp.sql",
            "",
            "JSON: added, removed, unknown, headsBefore, headsAfter; with --sql sql"
        })
final class StampCommand extends TargetedCommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "1..*",
            converter = TargetText.class,
            description = "Where the database is said to be: head, heads, base, a revision's id or its beginning, or"
                    + " label@head.")
    private List<String> targets = List.of();

    @Option(
            names = "--purge",
            description = "Forget everything else that is applied, also what this build does not know, with its texts.")
    private boolean purge;

    @Option(names = "--yes", description = "Do not ask before more is forgotten than stands above the targets.")
    private boolean yes;

    @Override
    void check() {
        super.check();
        checkTargets(targets);
        if (isSql() && purge) {
            throw mistake("'--purge' needs the database: a script knows nothing of what else is applied");
        }
    }

    @Override
    Report report() {
        Migrator migrator = application().migrator();
        if (isSql()) {
            return script(migrator.stampScript(targets));
        }
        Stamp shown = migrator.planStamp(targets, purge);
        List<String> unknown = shown.removed().stream()
                .filter(id -> migrator.scripts().find(id).isEmpty())
                .toList();
        if (isPlanOnly() || shown.isEmpty()) {
            return report(shown, unknown, "Would be recorded");
        }
        List<String> beside = beside(shown, migrator.scripts().graph());
        if (!unknown.isEmpty() || !beside.isEmpty()) {
            terminal().err().println(text(shown, unknown, "Would be recorded") + "\n");
            Consent.require(terminal(), question(unknown, beside), yes);
        }
        try (var progress = new Progress(terminal())) {
            return report(migrator.withListener(progress).stamp(targets, purge, shown), unknown, "Recorded");
        }
    }

    /** What is no longer applied without standing above a target: as in Alembic, the other side of a merge above one. */
    private List<String> beside(Stamp stamp, RevisionGraph graph) {
        if (purge || targets.stream().map(Target::parse).anyMatch(Target::isBase)) {
            return List.of();
        }
        Set<String> above = graph.descendants(stamp.headsAfter().stream()
                .flatMap(id -> graph.find(id).stream())
                .toList());
        return stamp.removed().stream()
                .filter(id -> graph.contains(id) && !above.contains(id))
                .toList();
    }

    private static String question(List<String> unknown, List<String> beside) {
        return beside.isEmpty()
                ? "Forget what this build does not know?"
                : "Forget also %s, which an upgrade would run again?".formatted(String.join(", ", beside))
                        + (unknown.isEmpty() ? "" : " And what this build does not know?");
    }

    private static Report report(Stamp stamp, List<String> unknown, String verb) {
        return Report.of(() -> text(stamp, unknown, verb), () -> json(stamp, unknown));
    }

    private static String text(Stamp stamp, List<String> unknown, String verb) {
        if (stamp.isEmpty()) {
            return "Nothing to do: the database is at %s.".formatted(Words.heads(stamp.headsAfter()));
        }
        List<String> lines = new ArrayList<>();
        for (Revision revision : stamp.added()) {
            lines.add("%s as applied: %s".formatted(verb, Words.named(revision.id(), revision.description())));
        }
        for (String id : stamp.removed()) {
            lines.add("%s as not applied: %s%s"
                    .formatted(
                            verb,
                            id,
                            unknown.contains(id)
                                    ? " (this build does not know it; what the database keeps of it is lost)"
                                    : ""));
        }
        lines.add("%s to %s. Nothing is run."
                .formatted("From " + Words.heads(stamp.headsBefore()), Words.heads(stamp.headsAfter())));
        return String.join("\n", lines);
    }

    private static Map<String, ?> json(Stamp stamp, List<String> unknown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("added", stamp.added().stream().map(Revision::id).toList());
        json.put("removed", stamp.removed());
        json.put("unknown", unknown);
        json.put("headsBefore", List.copyOf(stamp.headsBefore()));
        json.put("headsAfter", List.copyOf(stamp.headsAfter()));
        return json;
    }
}
