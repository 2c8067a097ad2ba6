/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.LogEntry;
import io.migrations.engine.Migrator;
import io.migrations.engine.Repair;
import io.migrations.engine.RepairAs;
import io.migrations.revision.Target;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code repair}: puts the history right after a person has seen what is wrong with it. */
@Command(
        name = "repair",
        description = {
            "Accepts edited scripts, and closes attempts that never ended.",
            "",
            "Edited means: after they had been applied. Shows what differs first, and asks. Runs nothing of any script: it changes what the database says about"
                    + " its revisions, not what they did."
        },
        footer = {"  migrations repair --plan", "  migrations repair 003", "", "JSON: edited, interrupted, halfDone"})
final class RepairCommand extends Subcommand {

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..*",
            description = "The revisions to look at, also shortened. Default: all.")
    private List<String> revisions = List.of();

    @Option(
            names = "--as",
            paramLabel = "applied|pending",
            converter = Choice.class,
            description = "What a revision that stopped half-way counts as from now on. Look into the database before"
                    + " you decide.")
    private @Nullable RepairAs as;

    @Option(names = "--plan", description = "Print what would be put right, and do nothing.")
    private boolean planOnly;

    @Option(names = "--yes", description = "Do not ask. Needed where there is no terminal to ask on.")
    private boolean yes;

    @Override
    boolean isToChangeDatabase() {
        return !planOnly;
    }

    @Override
    Report report() {
        Migrator migrator = application().migrator();
        Repair shown = migrator.planRepair(ids(migrator));
        var text = new RepairReport(shown, as);
        if (planOnly || shown.isEmpty()) {
            return text.plan();
        }
        if (!shown.halfDone().isEmpty() && as == null) {
            throw new DecisionMissingException(shown.halfDone().get(0));
        }
        terminal().err().println(text.planText() + "\n");
        Consent.require(terminal(), "Put this into the history?", yes);
        try (var progress = new Progress(terminal())) {
            migrator.withListener(progress).repair(shown, as);
        }
        return text.done();
    }

    /** What the arguments name: a revision of the build or of the database, or one that only an attempt knows of. */
    private List<String> ids(Migrator migrator) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        View view = View.ofDatabase(migrator);
        List<String> attempted = migrator.log().stream().map(LogEntry::revision).toList();
        return revisions.stream()
                .map(typed -> attempted.contains(typed)
                        ? typed
                        : view.resolver().one(Target.parse(typed)).id())
                .toList();
    }

    /** Reads {@code applied} and {@code pending}. */
    static final class Choice implements ITypeConverter<RepairAs> {

        @Override
        public RepairAs convert(String value) {
            try {
                return RepairAs.valueOf(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException exception) {
                throw new TypeConversionException("'%s' is neither applied nor pending".formatted(value));
            }
        }
    }
}
