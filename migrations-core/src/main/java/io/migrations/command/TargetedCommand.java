/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.InvalidTargetException;
import io.migrations.revision.Range;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that go to a target have in common. */
abstract class TargetedCommand extends Subcommand {

    static final String TARGETS =
            "Where to go: head, heads, base, a revision's id or its beginning, label@head, +2, or id+2.";

    @Option(names = "--plan", description = "Print what would be done, and do nothing.")
    private boolean planOnly;

    @Option(
            names = "--sql",
            description = {
                "Print a script for psql that does it, history rows included, and connect to no database.",
                "The script starts from an empty database, or with FROM:TO in place of the target from FROM."
            })
    private boolean sql;

    @SuppressWarnings("NullAway.Init")
    private CommandSpec specification;

    final boolean isSql() {
        return sql;
    }

    final boolean isPlanOnly() {
        return planOnly;
    }

    @Override
    boolean isToChangeDatabase() {
        return !sql && !planOnly;
    }

    @Override
    void check() {
        if (sql && planOnly) {
            throw mistake("'--plan' and '--sql' exclude each other: one asks the database, the other never does");
        }
    }

    /** Checks targets that may be one {@code FROM:TO} if and only if a script is asked for. */
    final void checkTargets(List<String> targets) {
        boolean ranges = targets.stream().anyMatch(target -> target.indexOf(':') >= 0);
        if (ranges && !sql) {
            throw mistake("FROM:TO goes with '--sql' alone: the database knows where it stands");
        }
        if (ranges && targets.size() > 1) {
            throw mistake("A script has one FROM:TO");
        }
        if (ranges) {
            range(targets.get(0));
        }
    }

    final Range range(String text) {
        try {
            return Range.parse(text);
        } catch (InvalidTargetException exception) {
            throw mistake(String.valueOf(exception.getMessage()));
        }
    }

    final ParameterException mistake(String message) {
        return new ParameterException(specification.commandLine(), message);
    }

    /** The script, as it is. */
    static Report script(String sql) {
        // Whoever prints it ends its last line.
        return Report.of(sql::stripTrailing, () -> Map.of("sql", sql));
    }

    /** So that {@code -1} is read as a target; {@link TargetText} refuses mistyped options. */
    @Spec
    final void specification(CommandSpec own) {
        specification = own;
        own.parser().unmatchedOptionsArePositionalParams(true);
    }
}
