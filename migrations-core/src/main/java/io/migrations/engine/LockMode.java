/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** How the migration lock is held. */
public enum LockMode {
    /** A session advisory lock on the migrating connection, for the whole run. */
    SESSION,
    /** An advisory lock inside each revision's transaction, for a pooler in transaction mode. */
    TRANSACTION
}
