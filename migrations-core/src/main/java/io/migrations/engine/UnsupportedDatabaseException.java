/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** A database that is not PostgreSQL, or too old a PostgreSQL. */
public final class UnsupportedDatabaseException extends MigrationException {

    private static final int OLDEST_SUPPORTED = 14;

    private final String product;
    private final String version;

    UnsupportedDatabaseException(String product, String version) {
        super("Revisions run on PostgreSQL 14 or later; this database is %s %s.".formatted(product, version));
        this.product = product;
        this.version = version;
    }

    static void throwUnlessSupported(DatabaseMetaData database) throws SQLException {
        String product = database.getDatabaseProductName();
        if (!"PostgreSQL".equals(product) || database.getDatabaseMajorVersion() < OLDEST_SUPPORTED) {
            throw new UnsupportedDatabaseException(product, database.getDatabaseProductVersion());
        }
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }
}
