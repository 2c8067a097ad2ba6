/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class TriggerOperationsTests {

    private static final String ORDERS = "CREATE TABLE orders (id int, qty int, \"Price\" int)";
    private static final String TOUCH =
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";
    private static final String TRIGGER = "CREATE TRIGGER touched AFTER INSERT ON orders EXECUTE FUNCTION touch()";

    @Test
    void createsATriggerAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH)
                .restores(
                        operation(op -> op.createTrigger(
                                "Touched",
                                "public.orders",
                                trigger -> trigger.before()
                                        .insert()
                                        .update("qty", "Price")
                                        .delete()
                                        .forEachRow()
                                        .when("pg_trigger_depth() = 0")
                                        .execute("touch()", "a", "it's"))),
                        "CREATE TRIGGER \"Touched\" BEFORE INSERT OR UPDATE OF qty, \"Price\" OR DELETE ON public.orders\n"
                                + "FOR EACH ROW WHEN (pg_trigger_depth() = 0)\nEXECUTE FUNCTION touch('a', 'it''s')");
    }

    @Test
    void createsATriggerForAStatementAndWhatItSees(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH)
                .restores(
                        operation(op -> op.createTrigger(
                                "touched",
                                "orders",
                                trigger -> trigger.after()
                                        .update()
                                        .oldTable("before")
                                        .newTable("After")
                                        .execute("public.touch"))),
                        "CREATE TRIGGER touched AFTER UPDATE ON orders\nREFERENCING OLD TABLE AS before NEW TABLE AS"
                                + " \"After\" FOR EACH STATEMENT\nEXECUTE FUNCTION public.touch()");
    }

    @Test
    void createsATriggerOnTruncate(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH)
                .restores(
                        operation(op -> op.createTrigger(
                                "touched",
                                "orders",
                                trigger -> trigger.after().truncate().execute("touch()"))),
                        "CREATE TRIGGER touched AFTER TRUNCATE ON orders\nFOR EACH STATEMENT\nEXECUTE FUNCTION touch()");
    }

    @Test
    void createsATriggerInsteadOfWritingAView(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, "CREATE VIEW all_orders AS TABLE orders")
                .restores(
                        operation(op -> op.createTrigger(
                                "touched",
                                "all_orders",
                                trigger -> trigger.insteadOf()
                                        .insert()
                                        .forEachRow()
                                        .execute("touch()"))),
                        "CREATE TRIGGER touched INSTEAD OF INSERT ON all_orders\nFOR EACH ROW\nEXECUTE FUNCTION touch()");
    }

    @Test
    void createsAConstraintTrigger(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, "CREATE TABLE accounts (id int)")
                .restores(
                        operation(op -> op.createTrigger(
                                "touched",
                                "orders",
                                trigger -> trigger.after()
                                        .insert()
                                        .constraint(new TriggerConstraint(Name.of("accounts"), true, true))
                                        .forEachRow()
                                        .execute("touch()"))),
                        "CREATE CONSTRAINT TRIGGER touched AFTER INSERT ON orders FROM accounts DEFERRABLE INITIALLY"
                                + " DEFERRED\nFOR EACH ROW\nEXECUTE FUNCTION touch()");
    }

    @Test
    void writesHowAConstraintTriggerIsDeferred() {
        CreateTrigger trigger =
                CreateTrigger.of("t", "orders").after().insert().forEachRow().execute("touch()");
        assertThat(List.of(trigger.constraint(), trigger.deferrable(), trigger.initiallyDeferred()))
                .extracting(each -> each.statements().get(0).lines().findFirst().orElseThrow())
                .containsExactly(
                        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders",
                        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders DEFERRABLE",
                        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders DEFERRABLE INITIALLY DEFERRED");
    }

    @Test
    void replacesATriggerAndPutsItBack(TestDatabase database) {
        CreateTrigger previous =
                CreateTrigger.of("touched", "orders").after().insert().execute("touch()");
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER)
                .restores(
                        operation(op -> op.createTrigger(
                                "touched",
                                "orders",
                                trigger -> trigger.before()
                                        .delete()
                                        .forEachRow()
                                        .execute("touch()")
                                        .orReplace(previous))),
                        "CREATE OR REPLACE TRIGGER touched BEFORE DELETE ON orders\nFOR EACH ROW\nEXECUTE FUNCTION touch()");
        assertThat(previous.orReplace().inverse().obstacle())
                .isEqualTo("The trigger 'touched' of 'orders' is gone with what it was before; give how it was made to"
                        + " orReplace.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateTrigger.of("other", "orders").orReplace(previous));
    }

    @Test
    void saysWhenAndOnWhatItRuns() {
        CreateTrigger trigger = CreateTrigger.of("touched", "orders");
        List.of(
                        trigger,
                        trigger.before().insert(),
                        trigger.before().execute("touch()"),
                        trigger.insert().execute("touch()"))
                .forEach(incomplete -> assertThatExceptionOfType(InvalidOperationException.class)
                        .isThrownBy(incomplete::statements)
                        .withMessageStartingWith(
                                "The trigger 'touched' of 'orders' does not say when it runs, on what"));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new TriggerEvent(TriggerEvent.Kind.INSERT, List.of("qty")));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> trigger.execute("touch('a')").statements().isEmpty());
    }

    @Test
    void renamesATriggerAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER)
                .restores(
                        operation(op -> op.renameTrigger("touched", "orders", "seen")),
                        "ALTER TRIGGER touched ON orders RENAME TO seen");
    }

    @Test
    void dropsATriggerAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER)
                .restores(
                        operation(op -> op.dropTrigger(CreateTrigger.of("touched", "orders")
                                .after()
                                .insert()
                                .execute("touch()"))),
                        "DROP TRIGGER touched ON orders");
        assertThat(operation(op -> op.dropTrigger("touched", "orders"))
                        .inverse()
                        .exists())
                .isFalse();
        assertThat(operation(op -> op.dropTrigger("touched", "orders", DropObject::ifExists))
                        .statements())
                .containsExactly("DROP TRIGGER IF EXISTS touched ON orders");
    }

    @Test
    void disablesATriggerAndEnablesItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER)
                .restores(
                        operation(op -> op.disableTrigger("orders", "touched")),
                        "ALTER TABLE orders DISABLE TRIGGER touched");
        assertThat(operation(op -> op.enableTrigger("orders", "touched"))
                        .inverse()
                        .operations())
                .containsExactly(operation(op -> op.disableTrigger("orders", "touched")));
    }

    @Test
    void setsATriggerToReplicationAndBack(TestDatabase database) {
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER, "ALTER TABLE orders ENABLE ALWAYS TRIGGER touched")
                .restores(
                        operation(op -> op.setTriggerState(
                                "orders", "touched", TriggerState.ENABLE_REPLICA, TriggerState.ENABLE_ALWAYS)),
                        "ALTER TABLE orders ENABLE REPLICA TRIGGER touched");
    }

    @Test
    void setsAllTriggersForGood(TestDatabase database) {
        String obstacle = "Nobody knows which triggers of the table 'orders' were enabled before; name each of them.";
        RoundTrip.on(database, ORDERS, TOUCH, TRIGGER)
                .hasNoWayBack(operation(op -> op.disableTriggers("orders")), obstacle);
        RoundTrip.on(database).hasNoWayBack(operation(op -> op.enableTriggers("orders")), obstacle);
        assertThat(operation(op -> op.enableTriggers("orders")).statements())
                .containsExactly("ALTER TABLE orders ENABLE TRIGGER USER");
    }
}
