/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database user may not read, write or create the history; names the statements that would allow it. */
public final class HistoryAccessException extends MigrationException {

    private final String user;
    private final List<String> remedies;

    HistoryAccessException(String user, String message, List<String> remedies, @Nullable Throwable cause) {
        super("User '%s': %s To allow it: %s".formatted(user, message, String.join(" ", remedies)), cause);
        this.user = user;
        this.remedies = List.copyOf(remedies);
    }

    public String user() {
        return user;
    }

    /** SQL statements for the owner of the database. */
    public List<String> remedies() {
        return remedies;
    }
}
