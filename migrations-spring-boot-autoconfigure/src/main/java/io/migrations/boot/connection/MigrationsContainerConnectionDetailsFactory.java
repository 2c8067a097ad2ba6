/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.connection;

import io.migrations.boot.MigrationsConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** {@link ContainerConnectionDetailsFactory} for a database in a container with {@code @ServiceConnection}. */
final class MigrationsContainerConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<JdbcDatabaseContainer<?>, MigrationsConnectionDetails> {

    @Override
    protected MigrationsConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
        return new ContainerDetails(source);
    }

    private static final class ContainerDetails extends ContainerConnectionDetails<JdbcDatabaseContainer<?>>
            implements MigrationsConnectionDetails {

        private ContainerDetails(ContainerConnectionSource<JdbcDatabaseContainer<?>> source) {
            super(source);
        }

        @Override
        public @Nullable String getJdbcUrl() {
            return getContainer().getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return getContainer().getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return getContainer().getPassword();
        }
    }
}
