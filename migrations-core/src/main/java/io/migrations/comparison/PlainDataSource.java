/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Sessions that are each a new one, of no pool. */
final class PlainDataSource {

    private PlainDataSource() {}

    static DataSource of(String url, @Nullable String user, @Nullable String password) {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "migrations scratch");
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }
}
