/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import io.migrations.engine.UnfinishedAttempt;

/** A revision stopped half-way, and nobody has said what it counts as. */
final class DecisionMissingException extends MigrationException {

    DecisionMissingException(UnfinishedAttempt attempt) {
        super(("The %1$s of revision '%2$s' stopped after %3$s. Nothing was done: look into the database, and either"
                        + " finish the %1$s, or say with '--as applied' that all of '%2$s' is there, or with '--as"
                        + " pending' that nothing of it is.")
                .formatted(attempt.action(), attempt.revision(), RepairReport.reached(attempt)));
    }
}
