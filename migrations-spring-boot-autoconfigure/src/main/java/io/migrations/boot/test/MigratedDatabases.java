/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.DataSourceAddress;
import io.migrations.comparison.MigratedCopy;
import io.migrations.comparison.TemplateDatabases;
import io.migrations.engine.Migrator;
import javax.sql.DataSource;

/**
 * Migrated databases for tests without a Spring context, or with one for each test: copies of a template in which the
 * migrations ran once. Safe for use by several threads.
 *
 * @see MigratedDatabase
 */
public final class MigratedDatabases {

    private MigratedDatabases() {}

    /**
     * On the server of a data source. Its own database is left alone.
     *
     * @throws UnknownAddressException for a kind of data source that does not tell its url
     */
    public static TemplateDatabases on(DataSource dataSource) {
        DataSourceAddress address = DataSourceAddress.find(dataSource)
                .orElseThrow(() -> new UnknownAddressException(dataSource.getClass()));
        return TemplateDatabases.beside(address.url(), address.username(), address.password());
    }

    /**
     * A copy on the server of a migrator's own database.
     *
     * @throws UnknownAddressException for a kind of data source that does not tell its url
     * @throws io.migrations.MigrationException where the migrations fail, or the server gives no database
     */
    public static MigratedCopy copy(Migrator migrator) {
        return on(migrator.dataSource()).copy(migrator);
    }
}
