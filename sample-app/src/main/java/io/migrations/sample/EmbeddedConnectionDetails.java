/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How to reach the embedded server; it trusts everyone on this machine, so there is no password. */
record EmbeddedConnectionDetails(int port) implements JdbcConnectionDetails {

    static final String USER = "postgres";

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }
}
