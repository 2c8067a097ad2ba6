/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** Inside the engine: an attempt at a step failed. The run decides whether to try again. */
final class StepException extends RuntimeException {

    private final transient Recorder.Attempt attempt;
    private final RuntimeException fault;

    StepException(Recorder.Attempt attempt, RuntimeException fault) {
        super(fault);
        this.attempt = attempt;
        this.fault = fault;
    }

    Recorder.Attempt attempt() {
        return attempt;
    }

    RuntimeException fault() {
        return fault;
    }
}
