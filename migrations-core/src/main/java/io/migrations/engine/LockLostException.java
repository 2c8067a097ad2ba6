/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session that was about to run a revision does not hold the migration lock that this run had taken: a pooler in
 * transaction mode gave it another server session, or a script released the lock. Nothing more was run.
 */
public final class LockLostException extends MigrationException {

    private final @Nullable Integer leftOn;

    LockLostException() {
        this(null, null, "");
    }

    private LockLostException(@Nullable Throwable cause, @Nullable Integer leftOn, String consequence) {
        super(
                "The migration lock is not held by the session that was about to change something. Through a pooler in"
                        + " transaction mode, set 'migrations.lock.mode' to 'transaction', or give 'migrations.url' a"
                        + " direct connection; a script must not release advisory locks that are not its own."
                        + consequence,
                cause);
        this.leftOn = leftOn;
    }

    /** The same where the lock could not be given back either. */
    LockLostException leftOn(int pid) {
        return new LockLostException(
                this,
                pid,
                " The pooler's server session with the lock was not met again. It keeps others from migrating until it"
                        + " ends: SELECT pg_terminate_backend(%d);".formatted(pid));
    }

    /** The process id of the server session that still has the lock, if there is one. */
    public Optional<Integer> leftOn() {
        return Optional.ofNullable(leftOn);
    }
}
