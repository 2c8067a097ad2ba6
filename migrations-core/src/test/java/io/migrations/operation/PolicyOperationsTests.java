/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PolicyOperationsTests {

    private static final String ORDERS = "CREATE TABLE orders (account text)";
    private static final String POLICY =
            "CREATE POLICY own ON orders TO pg_monitor USING (true) WITH CHECK (account <> '')";

    @Test
    void createsAPolicyAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.createPolicy("own", "orders", policy -> policy)),
                        "CREATE POLICY own ON orders");
    }

    @Test
    void createsAPolicyWithEverything(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.createPolicy(
                                "Own orders",
                                "orders",
                                policy -> policy.restrictive()
                                        .on(PolicyCommand.UPDATE)
                                        .to("pg_monitor", "pg_read_all_stats")
                                        .using("account = current_user")
                                        .withCheck("account <> ''"))),
                        "CREATE POLICY \"Own orders\" ON orders AS RESTRICTIVE FOR UPDATE TO pg_monitor,"
                                + " pg_read_all_stats USING (account = current_user) WITH CHECK (account <> '')");
        assertThat(CreatePolicy.of("p", "orders").to("public").statements())
                .containsExactly("CREATE POLICY p ON orders TO PUBLIC");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreatePolicy.of("p", "orders").using("true) TO (x"));
    }

    @Test
    void changesAPolicyAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS, POLICY)
                .restores(
                        operation(op -> op.alterPolicy(
                                "own",
                                "orders",
                                policy -> policy.to("PUBLIC")
                                        .using("account = 'a'")
                                        .withCheck("false")
                                        .existing(it -> it.to("pg_monitor")
                                                .using("true")
                                                .withCheck("account <> ''")))),
                        "ALTER POLICY own ON orders TO PUBLIC USING (account = 'a') WITH CHECK (false)");
    }

    @Test
    void cannotUndoAChangeFromNobodyKnowsWhat() {
        assertThat(operation(op -> op.alterPolicy(
                                "own",
                                "orders",
                                policy -> policy.to("a").using("true").withCheck("true")))
                        .inverse()
                        .obstacle())
                .isEqualTo("Nothing says what the policy 'own' of 'orders' was before; give its existing to, using,"
                        + " withCheck, or, where it had none, drop the policy and create it.");
        Operation nothing = operation(op -> op.alterPolicy("own", "orders", policy -> policy));
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(nothing::statements);
    }

    @Test
    void renamesAPolicyAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS, POLICY)
                .restores(
                        operation(op -> op.renamePolicy("own", "orders", "mine")),
                        "ALTER POLICY own ON orders RENAME TO mine");
    }

    @Test
    void dropsAPolicyAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "CREATE POLICY own ON orders USING (true)")
                .restores(
                        operation(op ->
                                op.dropPolicy(CreatePolicy.of("own", "orders").using("true"))),
                        "DROP POLICY own ON orders");
        assertThat(operation(op -> op.dropPolicy("own", "orders")).inverse().exists())
                .isFalse();
        assertThat(operation(op -> op.dropPolicy("own", "orders", DropObject::ifExists))
                        .statements())
                .containsExactly("DROP POLICY IF EXISTS own ON orders");
    }

    @Test
    void enablesRowSecurityAndDisablesItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.enableRowLevelSecurity("orders", security -> security.existing(false))),
                        "ALTER TABLE orders ENABLE ROW LEVEL SECURITY");
    }

    @Test
    void disablesRowSecurityAndEnablesItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "ALTER TABLE orders ENABLE ROW LEVEL SECURITY")
                .restores(
                        operation(op -> op.disableRowLevelSecurity("orders", security -> security.existing(true))),
                        "ALTER TABLE orders DISABLE ROW LEVEL SECURITY");
    }

    @Test
    void forcesRowSecurityOnTheOwnerAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.forceRowLevelSecurity("orders", security -> security.existing(false))),
                        "ALTER TABLE orders FORCE ROW LEVEL SECURITY");
    }

    @Test
    void sparesTheOwnerOfRowSecurityAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "ALTER TABLE orders FORCE ROW LEVEL SECURITY")
                .restores(
                        operation(op -> op.noForceRowLevelSecurity("orders", security -> security.existing(true))),
                        "ALTER TABLE orders NO FORCE ROW LEVEL SECURITY");
    }

    @Test
    void leavesRowSecurityThatWasThere(TestDatabase database) {
        Operation enable = operation(op -> op.enableRowLevelSecurity("orders", security -> security.existing(true)));

        assertThat(enable.inverse().operations().get(0).statements())
                .containsExactly("ALTER TABLE orders ENABLE ROW LEVEL SECURITY");
    }

    @Test
    void hasNoWayBackToARowSecurityThatNobodyKnows(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "ALTER TABLE orders ENABLE ROW LEVEL SECURITY")
                .hasNoWayBack(
                        operation(op -> op.enableRowLevelSecurity("orders")),
                        "Nothing says whether the row level security of 'orders' was enabled before; give it as"
                                + " existing(...), false for a new table.");
        assertThat(operation(op -> op.disableRowLevelSecurity("orders"))
                        .inverse()
                        .exists())
                .isFalse();
        assertThat(operation(op -> op.noForceRowLevelSecurity("orders"))
                        .inverse()
                        .exists())
                .isFalse();
        assertThat(operation(op -> op.forceRowLevelSecurity("orders")).inverse().obstacle())
                .startsWith("Nothing says whether the row level security of 'orders' was forced before");
    }
}
