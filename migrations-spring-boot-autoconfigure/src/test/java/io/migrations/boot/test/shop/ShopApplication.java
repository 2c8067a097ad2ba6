/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import io.migrations.test.PostgresServer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** An application as the ones that the documentation tells of, on the tests' own server. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ShopApplication {

    @Bean
    JdbcConnectionDetails server() {
        return new Server();
    }

    /** The server's own database, which nobody should migrate. */
    public static final class Server implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return PostgresServer.shared().username();
        }

        @Override
        public String getPassword() {
            return PostgresServer.shared().password();
        }

        @Override
        public String getJdbcUrl() {
            return PostgresServer.shared().url("postgres");
        }
    }
}
