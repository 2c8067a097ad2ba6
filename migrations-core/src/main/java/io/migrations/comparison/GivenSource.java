/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database that is there already.
 *
 * @param serverWide whether statements may reach beyond it
 */
record GivenSource(DataSource dataSource, @Nullable DataSource application, Duration patience, boolean serverWide)
        implements ScratchSource {

    @Override
    public ScratchDatabase open(@Nullable String role) {
        return GivenDatabase.open(dataSource, serverWide, application, role, patience);
    }

    @Override
    public ScratchSource apartFrom(DataSource other) {
        return new GivenSource(dataSource, other, patience, serverWide);
    }

    @Override
    public ScratchSource withServerWideStatements() {
        return new GivenSource(dataSource, application, patience, true);
    }
}
