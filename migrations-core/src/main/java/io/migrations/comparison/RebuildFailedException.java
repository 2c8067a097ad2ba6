/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import io.migrations.engine.RevisionFailedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The migrations could not be run in a scratch database. The application's own database was not touched. */
public final class RebuildFailedException extends MigrationException {

    private final String database;
    private final @Nullable String revision;

    RebuildFailedException(String database, MigrationException cause) {
        super(
                "In the scratch database '%s': %s Extensions and roles that the migrations take for granted have to be there, too; your own database was not touched."
                        .formatted(database, sentence(cause)),
                cause);
        this.database = database;
        this.revision = cause instanceof RevisionFailedException failed
                ? failed.step().revision().id()
                : null;
    }

    private static String sentence(MigrationException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    /** The name of the scratch database, which is gone by now. */
    public String database() {
        return database;
    }

    /** The revision that failed, if it was one. */
    public Optional<String> revision() {
        return Optional.ofNullable(revision);
    }
}
