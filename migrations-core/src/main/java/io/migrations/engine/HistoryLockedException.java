/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** The history's tables had to be created or given new columns, and other sessions did not let go of them. */
public final class HistoryLockedException extends MigrationException {

    private final int attempts;
    private final String serverMessage;
    private final List<LockHolder> holders;

    HistoryLockedException(int attempts, String message, List<LockHolder> holders, Throwable cause) {
        super(
                "The history's tables could not be created or brought up to date in %d attempts: %s. They are in use by: %s. No revision was run. Run it again when those sessions have ended their transactions."
                        .formatted(attempts, message, holders.isEmpty() ? "nobody any more" : holders),
                cause);
        this.attempts = attempts;
        this.serverMessage = message;
        this.holders = List.copyOf(holders);
    }

    public int attempts() {
        return attempts;
    }

    /** What the server said to the last attempt. */
    public String serverMessage() {
        return serverMessage;
    }

    /** The sessions that had a lock on the tables after the last attempt. */
    public List<LockHolder> holders() {
        return holders;
    }
}
