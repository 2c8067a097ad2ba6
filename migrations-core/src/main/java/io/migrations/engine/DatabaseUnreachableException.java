/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** No connection to the database could be had; nothing was changed. */
public final class DatabaseUnreachableException extends MigrationException {

    private final transient DataSource dataSource;

    DatabaseUnreachableException(DataSource dataSource, SQLException cause) {
        super(
                "No connection to the database: %s"
                        .formatted(JdbcUrls.withoutSecretsIn(String.valueOf(cause.getMessage()))),
                cause);
        this.dataSource = dataSource;
    }

    /** What has no connection to give. */
    public DataSource dataSource() {
        return dataSource;
    }
}
