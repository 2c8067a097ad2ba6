/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A data source that must not be asked. */
@Configuration(proxyBeanMethods = false)
public class NoDatabase {

    @Bean
    DataSource dataSource() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                throw new AssertionError("a connection was asked for");
            }

            @Override
            public Connection getConnection(String username, String password) {
                return getConnection();
            }
        };
    }
}
