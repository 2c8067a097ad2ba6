/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Which sessions a trigger runs in. "ALTER TABLE ... ENABLE TRIGGER" in the PostgreSQL documentation. */
public enum TriggerState {
    /** All but those of replication; how every trigger starts. */
    ENABLE,
    /** None. */
    DISABLE,
    /** Those of replication alone. */
    ENABLE_REPLICA,
    /** All. */
    ENABLE_ALWAYS;

    String words() {
        return name().replace('_', ' ');
    }
}
