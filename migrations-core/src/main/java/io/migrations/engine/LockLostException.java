/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/**
 * The session that was about to run a revision does not hold the migration lock that this run had taken: a pooler in
 * transaction mode gave it another server session, or a script released the lock. Nothing more was run.
 */
public final class LockLostException extends MigrationException {

    LockLostException() {
        super("The migration lock is not held by the session that was about to change something. Through a pooler in"
                + " transaction mode, set 'migrations.lock.mode' to 'transaction', or give 'migrations.url' a direct"
                + " connection; a script must not release advisory locks that are not its own.");
    }
}
