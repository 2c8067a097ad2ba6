/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Snapshot;
import javax.sql.DataSource;

/**
 * Tells texts that only look different from those that are: PostgreSQL may print an expression otherwise once it has read its own
 * print of it.
 */
@FunctionalInterface
public interface TextLikeness {

    /**
     * The actual snapshot, with the expected one's text wherever both mean the same.
     *
     * @param scratch a database with the schema of one of both, to try texts in; left as it was found
     */
    Snapshot likened(Snapshot expected, Snapshot actual, DataSource scratch);

    /** Takes every text as it is. */
    static TextLikeness none() {
        return (expected, actual, scratch) -> actual;
    }
}
