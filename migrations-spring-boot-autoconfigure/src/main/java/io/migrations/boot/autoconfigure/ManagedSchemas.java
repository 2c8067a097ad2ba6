/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.DataSourceAddress;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.Migrator;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * {@link SchemaManagementProvider} that says of each migrated database that its schema is looked after, by whatever user
 * or DataSource it is reached.
 */
final class ManagedSchemas implements SchemaManagementProvider {

    private final ObjectProvider<Migrator> migrators;

    ManagedSchemas(ObjectProvider<Migrator> migrators) {
        this.migrators = migrators;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        Optional<String> url = url(dataSource);
        return migrators.stream()
                        .map(Migrator::dataSource)
                        .anyMatch(migrated ->
                                migrated.equals(dataSource) || (url.isPresent() && url.equals(url(migrated))))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }

    /** Without asking the database for it. */
    private static Optional<String> url(DataSource dataSource) {
        return DataSourceAddress.find(dataSource).map(DataSourceAddress::url).map(JdbcUrls::withoutSecrets);
    }
}
