/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server does not let the user have a scratch database. Nothing was changed. */
public final class ScratchRefusedException extends MigrationException {

    private final String user;
    private final List<String> remedies;

    ScratchRefusedException(String user, String reason, List<String> remedies, @Nullable Throwable cause) {
        super(
                "User '%s' gets no scratch database: %s. Let somebody who may run%n    %s%nor let 'migrations.scratch.url' name an empty database to work in."
                        .formatted(user, reason, String.join(" ", remedies)),
                cause);
        this.user = user;
        this.remedies = List.copyOf(remedies);
    }

    /** The user that logged in. */
    public String user() {
        return user;
    }

    /** SQL statements for whoever administers the server. */
    public List<String> remedies() {
        return remedies;
    }
}
