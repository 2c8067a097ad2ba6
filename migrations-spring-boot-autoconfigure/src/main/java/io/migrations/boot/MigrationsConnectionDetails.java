/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where the database is that is to be migrated, if that is not the application's DataSource. A bean of this type is
 * preferred to {@code migrations.url}: that of a container, so that a test never migrates what the configuration names.
 * With {@code migrations.instances}, or a DataSource that is chosen otherwise, it is not asked.
 */
public interface MigrationsConnectionDetails extends ConnectionDetails {

    /** Its JDBC url; none for the application's own DataSource. */
    @Nullable String getJdbcUrl();

    /** Login user of the migrations. */
    @Nullable String getUsername();

    /** Login password of the migrations. */
    @Nullable String getPassword();
}
