/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.DataSourceAddress;
import io.migrations.comparison.ScratchDatabase;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.Migrator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.StringUtils;

/**
 * Where scratch databases come from: the one that {@code migrations.scratch.url} names, else new ones on the server of the
 * migrator's database. Its pool is left alone: every connection is a new one.
 */
record ScratchChoice(
        MigrationsProperties.Scratch properties,
        ObjectProvider<Migrator> migrators,
        ObjectProvider<JdbcConnectionDetails> details)
        implements ScratchSource {

    @Override
    public ScratchDatabase open(@Nullable String role) {
        return source().open(role);
    }

    @Override
    public ScratchSource apartFrom(DataSource application) {
        return role -> source().apartFrom(application).open(role);
    }

    private ScratchSource source() {
        return properties.serverWide() ? chosen().withServerWideStatements() : chosen();
    }

    private ScratchSource chosen() {
        if (!StringUtils.hasText(properties.url())) {
            DataSourceAddress address = address(migrators.getObject().dataSource());
            return ScratchSource.beside(address.url(), address.username(), address.password());
        }
        String url = MigrationUrl.of(properties.url()).text();
        Migrator migrator = migrators.getIfUnique();
        if (migrator != null && isSame(url, migrator.dataSource())) {
            throw new NoScratchException("'migrations.scratch.url' is the database that is to be migrated");
        }
        return ScratchSource.given(url, properties.username(), properties.password());
    }

    private boolean isSame(String url, DataSource dataSource) {
        try {
            return JdbcUrls.withoutSecrets(url)
                    .equals(JdbcUrls.withoutSecrets(address(dataSource).url()));
        } catch (NoScratchException exception) {
            return false;
        }
    }

    private DataSourceAddress address(DataSource dataSource) {
        return DataSourceAddress.find(dataSource).orElseGet(this::described);
    }

    /** Of a kind of data source that does not tell; what it was made from may. */
    private DataSourceAddress described() {
        JdbcConnectionDetails known = details.getIfUnique();
        if (known == null) {
            throw new NoScratchException("the DataSource does not tell its url, user and password");
        }
        return new DataSourceAddress(known.getJdbcUrl(), known.getUsername(), known.getPassword());
    }
}
