/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.MigrationException;
import java.util.List;

/** {@link MigratedDatabase @MigratedDatabase} could not put a copy in the place of the application's database. */
public final class NotReplacedException extends MigrationException {

    private final List<String> urls;

    NotReplacedException(List<String> urls) {
        super(
                urls.isEmpty()
                        ? "@MigratedDatabase has nothing to replace: the application context has no migrator. Let the test's context have the application's DataSource, with 'migrations.enabled' not 'false'."
                        : "@MigratedDatabase cannot replace '%s'. Let the url be that of 'spring.datasource.url' or of a @ServiceConnection, with PostgreSQL's own driver; or make a copy with MigratedDatabases."
                                .formatted(String.join("', '", urls)));
        this.urls = List.copyOf(urls);
    }

    /** The databases of the application's migrators, without what is secret in their urls; none where there is no migrator. */
    public List<String> urls() {
        return urls;
    }
}
