/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.MigrationException;
import io.migrations.engine.JdbcUrls;

/** {@code migrations.url} is no JDBC url of PostgreSQL, or holds user info, which its driver does not read. */
public final class InvalidMigrationUrlException extends MigrationException {

    private final String url;

    InvalidMigrationUrlException(String url) {
        super(
                "'%s', shown without user info and parameters, is no JDBC url of PostgreSQL; write 'jdbc:postgresql://host:5432/database', and the user into 'migrations.username'."
                        .formatted(JdbcUrls.withoutSecrets(url)));
        this.url = JdbcUrls.withoutSecrets(url);
    }

    /** The url without user info and parameters. */
    public String url() {
        return url;
    }
}
