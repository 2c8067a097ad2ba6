/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.boot.test.shop.ShopApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No more of an application than a database and its migrations, as many contexts of it are made. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MigrationsAutoConfiguration.class
})
class OrdersApplication {

    @Bean
    JdbcConnectionDetails server() {
        return new ShopApplication.Server();
    }
}
