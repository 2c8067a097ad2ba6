/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Hook;
import org.jspecify.annotations.Nullable;

/** Inside the engine: an attempt at a step, or a hook beside it, failed. The run decides whether to try again. */
final class StepException extends RuntimeException {

    private final transient Recorder.Attempt attempt;
    private final transient @Nullable Hook hook;
    private final int hookStatementsKept;
    private final RuntimeException fault;

    private StepException(
            Recorder.Attempt attempt, @Nullable Hook hook, int hookStatementsKept, RuntimeException fault) {
        super(fault);
        this.attempt = attempt;
        this.hook = hook;
        this.hookStatementsKept = hookStatementsKept;
        this.fault = fault;
    }

    /**
     * An attempt that failed, as a whole.
     *
     * @param hook the hook that it failed in, if it did
     */
    static StepException of(Recorder.Attempt attempt, @Nullable Hook hook, RuntimeException fault) {
        return new StepException(attempt, hook, 0, fault);
    }

    /** A hook that failed before the first step or after the last, with that step's attempt. */
    static StepException inHook(Recorder.Attempt attempt, Hook hook, int statementsKept, RuntimeException fault) {
        return new StepException(attempt, hook, statementsKept, fault);
    }

    /** The hook that failed; none where it was the step itself. */
    @Nullable Hook hook() {
        return hook;
    }

    /** How many statements of the hook are kept: more than none only outside a transaction. */
    int hookStatementsKept() {
        return hookStatementsKept;
    }

    Recorder.Attempt attempt() {
        return attempt;
    }

    RuntimeException fault() {
        return fault;
    }
}
