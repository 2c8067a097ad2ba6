/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.sql.SQLException;

/** No connection to the database could be had; nothing was changed. */
public final class DatabaseUnreachableException extends MigrationException {

    DatabaseUnreachableException(SQLException cause) {
        super(
                "No connection to the database: %s"
                        .formatted(JdbcUrls.withoutSecretsIn(String.valueOf(cause.getMessage()))),
                cause);
    }
}
