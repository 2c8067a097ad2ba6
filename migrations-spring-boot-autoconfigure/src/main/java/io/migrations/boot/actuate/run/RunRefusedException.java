/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.MigrationException;
import org.jspecify.annotations.Nullable;

/** A request that leads to no run. Nothing was changed. */
public final class RunRefusedException extends MigrationException {

    /** Why there is no run. */
    public enum Reason {
        /** Somebody else is at it: try again later. */
        LOCKED,
        /** It cannot be done, or has to be confirmed. */
        REFUSED,
        /** The database cannot be asked. */
        UNAVAILABLE
    }

    private final Reason reason;
    private final transient RunDescriptor descriptor;

    RunRefusedException(Reason reason, RunDescriptor descriptor, @Nullable Throwable cause) {
        super(String.valueOf(descriptor.problem()), cause);
        this.reason = reason;
        this.descriptor = descriptor;
    }

    public Reason reason() {
        return reason;
    }

    /** The request, why it was refused, and as far as it could be told, what it would have done. */
    public RunDescriptor descriptor() {
        return descriptor;
    }
}
