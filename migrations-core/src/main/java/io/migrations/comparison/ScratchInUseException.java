/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import java.time.Duration;

/** Another process works in the database that was given for scratch work. Nothing was changed. */
public final class ScratchInUseException extends MigrationException {

    private final String database;

    ScratchInUseException(String database, Duration waited) {
        super("Another process has worked in scratch database '%s' for %d s. Try again when it has ended."
                .formatted(database, waited.toSeconds()));
        this.database = database;
    }

    public String database() {
        return database;
    }
}
