/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * New databases on a server.
 *
 * @param application the database they are made from
 * @param databases sessions in a database of the same server, by its name
 * @param serverWide whether statements may reach beyond them
 */
record BesideSource(DataSource application, Function<String, DataSource> databases, boolean serverWide)
        implements ScratchSource {

    @Override
    public ScratchDatabase open(@Nullable String role) {
        return CreatedDatabase.open(
                application, name -> ConfinedDataSource.unless(serverWide, databases.apply(name)), role);
    }

    @Override
    public ScratchSource withServerWideStatements() {
        return new BesideSource(application, databases, true);
    }
}
