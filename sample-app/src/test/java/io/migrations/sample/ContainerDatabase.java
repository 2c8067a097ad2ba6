/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container: the DataSource and the migrations are led there. */
@TestConfiguration(proxyBeanMethods = false)
class ContainerDatabase {

    @Bean
    @ServiceConnection
    PostgreSQLContainer postgres() {
        return new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres");
    }
}
