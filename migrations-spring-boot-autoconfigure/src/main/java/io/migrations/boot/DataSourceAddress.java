/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Where a data source connects to, for sessions that its pool does not hand out. Immutable.
 *
 * @param username none where the url says so
 * @param password none where there is none
 */
public record DataSourceAddress(
        String url, @Nullable String username, @Nullable String password) {

    /** That of a data source, of a kind that tells. Nothing connects. */
    public static Optional<DataSourceAddress> find(DataSource dataSource) {
        try {
            SimpleDriverDataSource derived = DataSourceBuilder.derivedFrom(dataSource)
                    .type(SimpleDriverDataSource.class)
                    .build();
            return Optional.ofNullable(derived.getUrl())
                    .map(url -> new DataSourceAddress(url, derived.getUsername(), derived.getPassword()));
        } catch (RuntimeException exception) {
            // A kind of data source that does not tell.
            return Optional.empty();
        }
    }

    /** Without the password, and without what may be secret in the url. */
    @Override
    public String toString() {
        return "DataSourceAddress[]";
    }
}
