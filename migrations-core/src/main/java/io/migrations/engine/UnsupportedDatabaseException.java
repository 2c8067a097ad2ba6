/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** A database that is not PostgreSQL, or too old a PostgreSQL. */
public final class UnsupportedDatabaseException extends MigrationException {

    private final String product;
    private final String version;

    UnsupportedDatabaseException(String product, String version) {
        super("Revisions run on PostgreSQL 14 or later; this database is %s %s.".formatted(product, version));
        this.product = product;
        this.version = version;
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }
}
