/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Hook;
import org.jspecify.annotations.Nullable;

/** Inside the engine: an attempt at a step, or a hook beside it, failed. The run decides whether to try again. */
final class StepException extends RuntimeException {

    private final transient Recorder.Attempt attempt;
    private final transient @Nullable Hook hook;
    private final RuntimeException fault;

    private StepException(Recorder.Attempt attempt, @Nullable Hook hook, RuntimeException fault) {
        super(fault);
        this.attempt = attempt;
        this.hook = hook;
        this.fault = fault;
    }

    /**
     * An attempt that failed, as a whole.
     *
     * @param hook the hook that it failed in, if it did
     */
    static StepException of(Recorder.Attempt attempt, @Nullable Hook hook, RuntimeException fault) {
        return new StepException(attempt, hook, fault);
    }

    /** The hook that failed; none where it was the step itself. */
    @Nullable Hook hook() {
        return hook;
    }

    Recorder.Attempt attempt() {
        return attempt;
    }

    RuntimeException fault() {
        return fault;
    }
}
