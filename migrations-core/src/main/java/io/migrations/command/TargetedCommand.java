/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that go to a target have in common. */
abstract class TargetedCommand extends Subcommand {

    static final String TARGETS =
            "Where to go: head, heads, base, a revision's id or its beginning, label@head, +2, or id+2.";

    @Option(names = "--plan", description = "Print what would be done, and do nothing.")
    private boolean planOnly;

    final boolean isPlanOnly() {
        return planOnly;
    }

    /** So that {@code -1} is read as a target; {@link TargetText} refuses mistyped options. */
    @Spec
    final void specification(CommandSpec specification) {
        specification.parser().unmatchedOptionsArePositionalParams(true);
    }
}
