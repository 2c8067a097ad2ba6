/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One database that is there already. */
record GivenSource(DataSource dataSource, @Nullable DataSource application, Duration patience)
        implements ScratchSource {

    @Override
    public ScratchDatabase open(@Nullable String role) {
        return GivenDatabase.open(dataSource, application, role, patience);
    }

    @Override
    public ScratchSource apartFrom(DataSource other) {
        return new GivenSource(dataSource, other, patience);
    }
}
