/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** A revision outside a transaction stopped half-way, and what was asked for now does not finish it. */
public final class InterruptedRevisionException extends MigrationException {

    /** Why the run was refused. */
    public enum Reason {
        /** What had already run reads differently in the script now. */
        EDITED,
        /** The script says now that it runs in a transaction, which would run its beginning twice. */
        NOW_TRANSACTIONAL,
        /** It stopped in the middle of a statement of which nothing can tell how far it came. */
        UNTOLD,
        /** The run would change what the half-done revision stands on. */
        UNFINISHED
    }

    private final String revision;
    private final String action;
    private final int statements;
    private final Reason reason;

    InterruptedRevisionException(String revision, String action, int statements, Reason reason) {
        super("The %s of revision '%s' stopped after %d of its statements. %s"
                .formatted(action, revision, statements, advice(reason, action, revision)));
        this.revision = revision;
        this.action = action;
        this.statements = statements;
        this.reason = reason;
    }

    public String revision() {
        return revision;
    }

    /** {@code upgrade} or {@code downgrade}. */
    public String action() {
        return action;
    }

    /** How many statements had completed. */
    public int statements() {
        return statements;
    }

    public Reason reason() {
        return reason;
    }

    private static String advice(Reason reason, String action, String revision) {
        return switch (reason) {
            case EDITED -> "Put the text of those statements back; only what follows them may be edited.";
            case NOW_TRANSACTIONAL ->
                "Write '-- Transactional: false' back into its header, so that it goes on where it" + " stopped.";
            case UNTOLD ->
                "How much of the next one took effect cannot be told. Look into the database, bring it to one side or the"
                        + " other, and say which: 'migrations repair %1$s --as applied' or 'migrations repair %1$s --as pending'."
                                .formatted(revision);
            case UNFINISHED ->
                "Finish the %s of '%s' first, or say what it counts as: 'migrations repair %s --as applied' or '--as"
                                .formatted(action, revision, revision)
                        + " pending'.";
        };
    }
}
