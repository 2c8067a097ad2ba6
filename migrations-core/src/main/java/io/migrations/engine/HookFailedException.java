/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import io.migrations.revision.Step;
import io.migrations.script.Hook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a hook failed. What the run had completed before stays; a hook before the run has let nothing of it
 * begin, and one around a revision takes that revision with it.
 */
public final class HookFailedException extends MigrationException {

    private final transient Hook hook;
    private final transient @Nullable Step step;
    private final transient StatementFailure failure;
    private final List<String> completed;
    private final int attempts;
    private final int statementsKept;
    private final boolean outcomeUnknown;

    HookFailedException(
            Hook hook,
            @Nullable Step step,
            StatementFailure failure,
            List<String> completed,
            int attempts,
            int statementsKept,
            boolean outcomeUnknown,
            @Nullable Throwable cause) {
        super(message(hook, step, failure, completed), cause);
        this.hook = hook;
        this.step = step;
        this.failure = failure;
        this.completed = List.copyOf(completed);
        this.attempts = attempts;
        this.statementsKept = statementsKept;
        this.outcomeUnknown = outcomeUnknown;
    }

    private static String message(Hook hook, @Nullable Step step, StatementFailure failure, List<String> completed) {
        return "Hook '%s' failed%s at line %d, column %d: %s [SQLSTATE %s]. %s"
                .formatted(
                        failure.file(),
                        step == null ? "" : " in the %s of revision '%s'".formatted(action(step), id(step)),
                        failure.position().line(),
                        failure.position().column(),
                        failure.message(),
                        failure.sqlState(),
                        completed.isEmpty()
                                ? "This run completed no revision."
                                : "This run had completed ['%s']%s; that is committed."
                                        .formatted(
                                                String.join("', '", completed),
                                                hook.point().isEach()
                                                                || hook.point().isBefore()
                                                        ? ""
                                                        : ", all that it had to do"));
    }

    private static String action(Step step) {
        return Recorder.action(step);
    }

    private static String id(Step step) {
        return step.revision().id();
    }

    public Hook hook() {
        return hook;
    }

    /** The step it ran for; none where it is a hook of the whole run. */
    public Optional<Step> step() {
        return Optional.ofNullable(step);
    }

    public StatementFailure failure() {
        return failure;
    }

    /** The revisions that this run completed, and committed. */
    public List<String> completed() {
        return completed;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    /**
     * How many statements took effect all the same: of the hook, or where it ran for a step, of that step's revision. More
     * than none only where these run outside a transaction.
     */
    public int statementsKept() {
        return statementsKept;
    }

    /** Whether the connection broke before the server's answer came, so that the hook may have taken effect all the same. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
