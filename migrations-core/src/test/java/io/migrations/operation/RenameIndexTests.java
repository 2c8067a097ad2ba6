/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RenameIndexTests {

    @Test
    void renamesAnIndexAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA s", "CREATE TABLE s.orders (id int)", "CREATE INDEX ix ON s.orders (id)")
                .restores(Spoken.operation(op -> op.renameIndex("s.ix", "IX")), "ALTER INDEX s.ix RENAME TO \"IX\"");
    }
}
