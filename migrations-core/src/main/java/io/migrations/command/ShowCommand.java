/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.DatabaseUnreachableException;
import io.migrations.engine.RecordedTexts;
import io.migrations.revision.Resolver;
import io.migrations.revision.Revision;
import io.migrations.revision.Target;
import io.migrations.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: all that is known of a revision. */
@Command(
        name = "show",
        description = {
            "Shows all that is known of a revision.",
            "",
            "Of a revision that only the database has, too. Where the database cannot be reached, what the build knows."
        },
        footer = {
            "  migrations show 003",
            "  migrations show head --sql --offline",
            "  migrations show current",
            "",
            "JSON: revisions; with --sql each also has upgrade and downgrade"
        })
final class ShowCommand extends Subcommand {

    @Parameters(paramLabel = "REV", description = "An id or its beginning, head, heads, current, head-1, billing@head")
    @SuppressWarnings("NullAway.Init")
    private String revision;

    @Option(names = "--sql", description = "Show the upgrade and the downgrade, as they are written.")
    private boolean sql;

    @Option(names = "--offline", description = "Ask the build only, which needs no database.")
    private boolean offline;

    @Override
    Report report() {
        View view = view();
        List<Revision> revisions = revisions(view.resolver());
        return Report.of(
                () -> sql
                        ? revisions.stream().map(shown -> text(view, shown)).collect(Collectors.joining("\n\n"))
                        : new RevisionEntry(view).of(revisions),
                () -> Map.of(
                        "revisions",
                        revisions.stream().map(shown -> json(view, shown)).toList()));
    }

    private View view() {
        if (offline) {
            return View.ofBuild(application().migrator());
        }
        try {
            return View.ofDatabase(application().migrator());
        } catch (DatabaseUnreachableException exception) {
            terminal().err().println("Note: this is what the build knows. " + exception.getMessage());
            return View.ofBuild(application().migrator());
        }
    }

    private List<Revision> revisions(Resolver resolver) {
        Target target = Target.parse(revision);
        List<Revision> revisions = resolver.resolve(target);
        return revisions.isEmpty() ? List.of(resolver.one(target)) : revisions;
    }

    private String text(View view, Revision shown) {
        RecordedTexts texts = texts(view, shown);
        String downgrade = texts.downgrade();
        return "-- Revision %s%s%n%n-- Upgrade%n%s%n%n%s"
                .formatted(
                        shown.id(),
                        shown.description().isEmpty() ? "" : ": " + shown.description(),
                        texts.upgrade().strip(),
                        downgrade == null ? "-- No downgrade" : "-- Downgrade\n" + downgrade.strip());
    }

    private Map<String, Object> json(View view, Revision shown) {
        Map<String, Object> tree = new LinkedHashMap<>(new RevisionJson(view).of(shown));
        if (sql) {
            RecordedTexts texts = texts(view, shown);
            tree.put("upgrade", texts.upgrade());
            if (texts.downgrade() != null) {
                tree.put("downgrade", texts.downgrade());
            }
        }
        return tree;
    }

    /** As the build has them, else as the database does. */
    private RecordedTexts texts(View view, Revision shown) {
        return view.script(shown)
                .map(script -> new RecordedTexts(
                        script.upgrade().text(),
                        script.findDowngrade().map(Script::text).orElse(null)))
                .or(() -> application().migrator().recordedTexts(shown.id()))
                .orElse(new RecordedTexts("", null));
    }
}
