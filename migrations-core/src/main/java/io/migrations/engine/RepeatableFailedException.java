/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/**
 * A repeatable script failed. Nothing of it was kept, and what the database had of it before is as it was; what the run
 * did before is committed.
 */
public final class RepeatableFailedException extends MigrationException {

    private final String script;
    private final transient StatementFailure failure;
    private final List<String> dependents;
    private final List<String> completedBefore;
    private final int attempts;

    RepeatableFailedException(
            String script,
            StatementFailure failure,
            List<String> dependents,
            List<String> completedBefore,
            int attempts,
            Throwable cause) {
        super(
                "Repeatable script '%s' failed in '%s' at line %d, column %d: %s [SQLSTATE %s]%s"
                        .formatted(
                                script,
                                failure.file(),
                                failure.position().line(),
                                failure.position().column(),
                                failure.message(),
                                failure.sqlState(),
                                dependents.isEmpty()
                                        ? ""
                                        : ". It cannot be replaced, as something depends on it that no repeatable script"
                                                + " made: ['%s']. Make that a repeatable script, or drop it in a revision."
                                                        .formatted(String.join("', '", dependents))),
                cause);
        this.script = script;
        this.failure = failure;
        this.dependents = List.copyOf(dependents);
        this.completedBefore = List.copyOf(completedBefore);
        this.attempts = attempts;
    }

    /** The script's name. */
    public String script() {
        return script;
    }

    public StatementFailure failure() {
        return failure;
    }

    /** What keeps the script's objects from being dropped and made anew, if that is the matter. */
    public List<String> dependents() {
        return dependents;
    }

    /** The revisions and repeatable scripts that this run completed, and committed, before. */
    public List<String> completedBefore() {
        return completedBefore;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }
}
