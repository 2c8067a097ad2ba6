/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import io.migrations.history.HistoryTables;
import java.util.List;

/** The role to do everything in does not exist, or the user is no member of it. Nothing was run. */
public final class RoleRefusedException extends MigrationException {

    private final String user;
    private final String role;
    private final boolean exists;

    RoleRefusedException(String user, String role, boolean exists, Throwable cause) {
        super(
                "User '%s' cannot take on role '%s': %s. To allow it: %s"
                        .formatted(
                                user,
                                role,
                                exists ? "it is no member of it" : "there is no such role",
                                String.join(" ", remedies(user, role, exists))),
                cause);
        this.user = user;
        this.role = role;
        this.exists = exists;
    }

    /** The user that logged in. */
    public String user() {
        return user;
    }

    /** The role that it should take on. */
    public String role() {
        return role;
    }

    /** Whether there is such a role. */
    public boolean roleExists() {
        return exists;
    }

    /** SQL statements for whoever administers the server. */
    public List<String> remedies() {
        return remedies(user, role, exists);
    }

    private static List<String> remedies(String user, String role, boolean exists) {
        String grant = "GRANT %s TO %s;".formatted(HistoryTables.quoted(role), HistoryTables.quoted(user));
        return exists ? List.of(grant) : List.of("CREATE ROLE %s;".formatted(HistoryTables.quoted(role)), grant);
    }
}
