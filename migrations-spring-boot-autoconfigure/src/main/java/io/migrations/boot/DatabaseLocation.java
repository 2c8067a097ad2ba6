/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.JdbcUrls;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/** Tells in a few characters which database a data source leads to: host and database, never credentials. */
final class DatabaseLocation {

    private DatabaseLocation() {}

    static String of(DataSource dataSource) {
        String url = url(dataSource);
        if (url == null) {
            return "the database";
        }
        String shown = JdbcUrls.withoutSecrets(url);
        int slashes = shown.indexOf("//");
        return slashes < 0 ? shown : shown.substring(slashes + 2);
    }

    private static @Nullable String url(DataSource dataSource) {
        // A new session only to ask the driver would be a waste where every connection is a new session.
        var plain = DataSourceUnwrapper.unwrap(dataSource, AbstractDriverBasedDataSource.class);
        if (plain != null) {
            return plain.getUrl();
        }
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException exception) {
            return null;
        }
    }
}
