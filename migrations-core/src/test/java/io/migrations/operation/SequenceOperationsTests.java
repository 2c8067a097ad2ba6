/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class SequenceOperationsTests {

    @Test
    void createsASequenceAndDropsIt(TestDatabase database) {
        RoundTrip.on(database).restores(operation(op -> op.createSequence("order_no")), "CREATE SEQUENCE order_no");
    }

    @Test
    void createsASequenceWithEverything(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (\"No\" int)")
                .restores(
                        operation(op -> op.createSequence(
                                "order_no",
                                sequence -> sequence.as(Types.INTEGER)
                                        .increment(-2)
                                        .min(-100)
                                        .max(1000)
                                        .start(1000)
                                        .cache(20)
                                        .cycle()
                                        .ownedBy("orders", "No"))),
                        "CREATE SEQUENCE order_no AS integer INCREMENT BY -2 MINVALUE -100 MAXVALUE 1000 START WITH 1000"
                                + " CACHE 20 CYCLE OWNED BY orders.\"No\"");
    }

    @Test
    void cannotUndoASequenceThatMayHaveBeenThere(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no")
                .hasNoWayBack(
                        operation(op -> op.createSequence("order_no", CreateSequence::ifNotExists)),
                        "The sequence 'order_no' may have been there before; leave out ifNotExists.");
    }

    @Test
    void changesASequenceAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (no int)", "CREATE SEQUENCE order_no CACHE 3 OWNED BY orders.no")
                .restores(
                        operation(op -> op.alterSequence(
                                "order_no",
                                sequence -> sequence.cache(50)
                                        .cycle(true)
                                        .start(7)
                                        .increment(2)
                                        .ownedByNone()
                                        .existing(it -> it.cache(3)
                                                .cycle(false)
                                                .start(1)
                                                .increment(1)
                                                .ownedBy("orders", "no")))),
                        "ALTER SEQUENCE order_no INCREMENT BY 2 START WITH 7 CACHE 50 CYCLE OWNED BY NONE");
    }

    @Test
    void goesBackToTheBoundsOfAnotherType(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no MAXVALUE 32767")
                .restores(
                        operation(op -> op.alterSequence(
                                "order_no",
                                sequence -> sequence.as(Types.SMALLINT)
                                        .existing(
                                                it -> it.as(Types.BIGINT).min(1).max(32767)))),
                        "ALTER SEQUENCE order_no AS smallint");
    }

    @Test
    void cannotUndoAChangeFromNobodyKnowsWhat() {
        assertThat(operation(op -> op.alterSequence(
                                "order_no",
                                sequence -> sequence.as(Types.SMALLINT).cache(2)))
                        .inverse()
                        .obstacle())
                .isEqualTo(
                        "Nothing says what the sequence 'order_no' was set to before; give its existing as, min, max, cache.");
    }

    @Test
    void changesSomething() {
        Operation nothing = operation(op -> op.alterSequence("order_no", sequence -> sequence));
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(nothing::statements);
    }

    @Test
    void restartsASequenceForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no START 5", "DO 'BEGIN PERFORM setval(''order_no'', 9); END'")
                .hasNoWayBack(
                        operation(op -> op.restartSequence("order_no")),
                        "The value that the sequence 'order_no' was at is gone; restart it in a block that says both ways.");
        assertThat(next(database)).isEqualTo(5);
        operation(op -> op.restartSequence("order_no", 70)).statements().forEach(database::execute);
        assertThat(next(database)).isEqualTo(70);
    }

    private static long next(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT nextval('order_no')")
                .query(Long.class)
                .single();
    }

    @Test
    void renamesASequenceAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no")
                .restores(
                        operation(op -> op.renameSequence("order_no", "Order No")),
                        "ALTER SEQUENCE order_no RENAME TO \"Order No\"");
    }

    @Test
    void dropsASequenceAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no START 9")
                .restores(
                        operation(op ->
                                op.dropSequence(CreateSequence.of("order_no").start(9))),
                        "DROP SEQUENCE order_no");
    }

    @Test
    void dropsASequenceForGood(TestDatabase database) {
        RoundTrip.on(database)
                .hasNoWayBack(
                        operation(op -> op.dropSequence(
                                "order_no", drop -> drop.ifExists().original(CreateSequence.of("order_no")))),
                        "The sequence 'order_no' may not have been there before; leave out ifExists.");
        assertThat(operation(op -> op.dropSequence("order_no")).statements()).containsExactly("DROP SEQUENCE order_no");
    }
}
