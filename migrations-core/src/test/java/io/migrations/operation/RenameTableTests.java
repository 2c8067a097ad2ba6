/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RenameTableTests {

    @Test
    void renamesATableAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (id int)")
                .restores(new RenameTable(Name.of("orders"), "order"), "ALTER TABLE orders RENAME TO \"order\"");
    }

    @Test
    void staysInItsSchema(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing", "CREATE TABLE billing.\"Fees\" (id int)")
                .restores(
                        new RenameTable(Name.of("billing.Fees"), "fees"),
                        "ALTER TABLE billing.\"Fees\" RENAME TO fees");
    }
}
