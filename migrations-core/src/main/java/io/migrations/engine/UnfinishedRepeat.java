/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/**
 * A statement that may run twice: {@code VACUUM}, {@code CLUSTER}, {@code ALTER SYSTEM}, {@code ALTER DATABASE ... SET
 * TABLESPACE}, which does nothing where the database is there already, and others.
 */
record UnfinishedRepeat() implements UnfinishedStatement {

    @Override
    public Finding find(Aftermath aftermath) {
        return Finding.again();
    }
}
