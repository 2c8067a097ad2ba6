/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/**
 * A pooler hands out a server session for each transaction or statement, so the lock mode {@code session} would lock
 * nothing. Found before anything was set, locked or changed.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">PgBouncer, what each pool mode supports</a>
 */
public final class PoolerRefusedException extends MigrationException {

    PoolerRefusedException() {
        super(
                "A pooler between this process and PostgreSQL gives its clients another server session for each transaction"
                        + " or statement, and a session lock would be worth nothing there. Give 'migrations.url' a direct"
                        + " connection, or one through a pooler in session mode, with 'migrations.username' and"
                        + " 'migrations.password'; or, if the pooler is in transaction mode, set"
                        + " 'migrations.lock.mode' to 'transaction'. Nothing was changed.");
    }
}
