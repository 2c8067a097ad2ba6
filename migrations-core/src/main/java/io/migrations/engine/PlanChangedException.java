/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** Between showing what would happen and doing it, the database changed; nothing more was done. */
public final class PlanChangedException extends MigrationException {

    PlanChangedException() {
        super(
                "The database has changed since this was shown, so nothing more was done. Repeat the command to see what it"
                        + " would do now.");
    }
}
