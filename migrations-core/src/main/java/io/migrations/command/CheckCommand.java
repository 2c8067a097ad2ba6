/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}: whether someone should look at the build or the database before they are used. */
@Command(
        name = "check",
        description = {
            "Looks for what would go wrong, and says what to do.",
            "",
            "In the build: several heads where the target is 'head', and heads that are not those of 'heads.txt' in the"
                    + " sources, where the command is started beside them. In the database: edited and moved scripts, attempts that"
                    + " failed or were interrupted, revisions this build does not have, and pending ones. In a scratch database,"
                    + " where the application has a model of its schema: whether the migrations produce that."
        },
        exitCodeList = {
            "0:Nothing was found.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:Something was found."
        },
        footer = {
            "  migrations check",
            "  migrations check --offline",
            "",
            "JSON: findings (kind, message, remedy, revisions); the kinds are headsFile,",
            "heads, modified, moved, unknown, interrupted, failed, pending, model"
        })
final class CheckCommand extends Subcommand {

    @Option(names = "--offline", description = "Look at the build only, which needs no database.")
    private boolean offline;

    @Option(
            names = "--no-model",
            description = "Do not compare the migrations with the model, which needs a scratch database.")
    private boolean withoutModel;

    @Override
    Report report() {
        View view = View.of(application().migrator(), !offline);
        List<Finding> findings = Stream.of(
                        headsFile(view).stream(),
                        new Findings(view, application().targets()).all().stream(),
                        offline ? Stream.<Finding>empty() : moved(),
                        offline || withoutModel ? Stream.<Finding>empty() : ModelCheck.finding(application()).stream())
                .flatMap(found -> found)
                .toList();
        return new Report(
                () -> findings.isEmpty() ? nothing(view) : text(findings),
                () -> Map.of("findings", findings.stream().map(Finding::json).toList()),
                findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND);
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }

    private Optional<Finding> headsFile(View view) {
        return Sources.of(application())
                .flatMap(Sources::headsFile)
                .flatMap(file -> new HeadsCheck(view.build(), file).finding());
    }

    /** What was applied in another order than the scripts have now; edited ones are found besides. */
    private Stream<Finding> moved() {
        return application().migrator().planRepair(List.of()).edited().stream()
                .filter(edited ->
                        edited.upgradeDifference() == null && !edited.place().isEmpty())
                .map(edited -> new Finding(
                        "moved",
                        "Revision '%s' is applied, and has another place in the graph now: %s."
                                .formatted(edited.revision(), String.join("; ", edited.place())),
                        "Write 'Revises' into the header of the script that came in between, or accept it with"
                                + " 'migrations repair %s'.".formatted(edited.revision()),
                        List.of(edited.revision())));
    }

    private static String nothing(View view) {
        return "Nothing to find fault with: %s%s."
                .formatted(
                        Words.count(view.build().ids().size(), "revision"),
                        view.hasDatabase() ? ", all as in the database" : "; the database was not asked");
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining("\n"));
    }
}
