/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.engine.JdbcUrls;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The JDBC url of a database to migrate. */
record MigrationUrl(String text) {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=[?&])(?:user|password)=[^&]*&?");

    /** A url that PostgreSQL's driver reads; it would print any other, with what is secret in it. */
    static MigrationUrl of(String text) {
        if (!text.startsWith(POSTGRESQL) || !text.startsWith(JdbcUrls.withoutSecrets(text))) {
            throw new InvalidMigrationUrlException(text);
        }
        return new MigrationUrl(text);
    }

    /** The same without the parameters that would win over other credentials. */
    String withoutCredentials() {
        return CREDENTIALS.matcher(text).replaceAll("").replaceAll("[?&]$", "");
    }

    DataSource dataSource(@Nullable String username, @Nullable String password) {
        var builder =
                DataSourceBuilder.create().type(SimpleDriverDataSource.class).url(text);
        if (username != null) {
            builder.username(username);
        }
        if (password != null) {
            builder.password(password);
        }
        return builder.build();
    }
}
