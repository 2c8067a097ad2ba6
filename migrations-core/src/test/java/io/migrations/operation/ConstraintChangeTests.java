/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.TableElement.check;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Renaming and validating. */
@DatabaseTest
class ConstraintChangeTests {

    private static final String[] ORDERS = {
        "CREATE TABLE orders (qty int)", "ALTER TABLE orders ADD CONSTRAINT ck CHECK (qty > 0) NOT VALID"
    };

    @Test
    void renamesAConstraintAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.renameConstraint("orders", "ck", "Ck")),
                        "ALTER TABLE orders RENAME CONSTRAINT ck TO \"Ck\"");
    }

    @Test
    void validatesAConstraintThatIsKnown(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.validateConstraint(
                                "ck",
                                "orders",
                                validate -> validate.original(check("qty > 0").notValid()))),
                        "ALTER TABLE orders VALIDATE CONSTRAINT ck");
    }

    @Test
    void hasNoWayBackFromValidatingTheUnknown(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        Spoken.operation(op -> op.validateConstraint("ck", "orders")),
                        "PostgreSQL can't make the constraint 'ck' not valid again; give its definition to"
                                + " validateConstraint, so that it is dropped and added.");
    }
}
