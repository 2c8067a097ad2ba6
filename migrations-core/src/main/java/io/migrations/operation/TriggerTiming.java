/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** When a trigger runs. "CREATE TRIGGER" in the PostgreSQL documentation. */
public enum TriggerTiming {
    BEFORE,
    AFTER,
    /** In place of what was asked of a view. */
    INSTEAD_OF;

    String words() {
        return name().replace('_', ' ');
    }
}
