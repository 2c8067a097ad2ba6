/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.connection;

import io.migrations.boot.MigrationsConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** {@link ConnectionDetailsFactory} for a database that the application itself is led to, by Docker Compose say. */
final class JdbcAdaptingMigrationsConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationsConnectionDetails> {

    @Override
    public MigrationsConnectionDetails getConnectionDetails(JdbcConnectionDetails jdbc) {
        return new MigrationsConnectionDetails() {

            @Override
            public @Nullable String getJdbcUrl() {
                return jdbc.getJdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return jdbc.getUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return jdbc.getPassword();
            }
        };
    }
}
