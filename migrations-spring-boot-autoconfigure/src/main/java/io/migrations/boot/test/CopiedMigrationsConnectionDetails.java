/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.MigrationsConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How migrations that do not use the application's DataSource connect to the copy. Which database that is a copy of, the
 * application's own connection says, which is asked first.
 */
record CopiedMigrationsConnectionDetails(
        MigrationsConnectionDetails others, ObjectProvider<JdbcConnectionDetails> application, CopiedUrls urls)
        implements MigrationsConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
        String url = others.getJdbcUrl();
        application.ifUnique(JdbcConnectionDetails::getJdbcUrl);
        return url == null ? null : urls.replaceByName(url);
    }

    @Override
    public @Nullable String getUsername() {
        return others.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return others.getPassword();
    }
}
