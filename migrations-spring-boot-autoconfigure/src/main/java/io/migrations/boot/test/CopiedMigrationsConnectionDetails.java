/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.MigrationsConnectionDetails;
import org.jspecify.annotations.Nullable;

/** How migrations that do not use the application's DataSource connect to the copy. */
record CopiedMigrationsConnectionDetails(MigrationsConnectionDetails others, CopiedUrls urls)
        implements MigrationsConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
        String url = others.getJdbcUrl();
        return url == null ? null : urls.replaceServed(url);
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
