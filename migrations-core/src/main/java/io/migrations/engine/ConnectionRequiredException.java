/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Revisions in Java that work on the database as they go, where a script for psql was asked for. */
public final class ConnectionRequiredException extends MigrationException {

    private final List<String> revisions;

    ConnectionRequiredException(List<String> revisions) {
        super(
                "Revisions ['%s'] call op.jdbc(), so that no script can say what they do. Run them with a connection, and write"
                                .formatted(String.join("', '", revisions))
                        + " scripts for what comes before and after: FROM:TO.");
        this.revisions = List.copyOf(revisions);
    }

    public List<String> revisions() {
        return revisions;
    }
}
