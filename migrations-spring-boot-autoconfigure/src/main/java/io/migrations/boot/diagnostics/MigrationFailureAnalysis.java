/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A failure analysis that can be told without the sentence that nothing was run. */
public final class MigrationFailureAnalysis extends FailureAnalysis {

    private final String fault;
    private final @Nullable String untouched;

    MigrationFailureAnalysis(String fault, @Nullable String untouched, String action, Throwable cause) {
        super(untouched == null ? fault : fault + System.lineSeparator().repeat(2) + untouched, action, cause);
        this.fault = fault;
        this.untouched = untouched;
    }

    /** What happened, as in the description, but for {@link #untouched()}. */
    public String fault() {
        return fault;
    }

    /** That nothing was run, in a sentence; none where something may have been. */
    public @Nullable String untouched() {
        return untouched;
    }
}
