/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How to connect to the copy. The others are not asked before somebody wants to: a container may not run yet. */
record CopiedConnectionDetails(JdbcConnectionDetails others, CopiedUrls urls) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return urls.replaceServed(others.getJdbcUrl());
    }

    @Override
    public @Nullable String getUsername() {
        return others.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return others.getPassword();
    }

    @Override
    public String getDriverClassName() {
        return others.getDriverClassName();
    }

    @Override
    public @Nullable String getXaDataSourceClassName() {
        return others.getXaDataSourceClassName();
    }
}
