/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DropIndexTests {

    private static final String[] ORDERS = {
        "CREATE SCHEMA s", "CREATE TABLE s.orders (id int)", "CREATE INDEX ix ON s.orders (id)"
    };

    private static final CreateIndex ORIGINAL = CreateIndex.of("ix", "s.orders", List.of("id"));

    @Test
    void dropsAnIndexThatIsKnown(TestDatabase database) {
        RoundTrip.on(database, ORDERS).restores(Spoken.operation(op -> op.dropIndex(ORIGINAL)), "DROP INDEX s.ix");
    }

    @Test
    void goesAndComesConcurrently(TestDatabase database) {
        Operation drop = Spoken.operation(
                op -> op.dropIndex("s.ix", index -> index.original(ORIGINAL).concurrently()));

        assertThat(drop.inverse().operations()).containsExactly(ORIGINAL.concurrently());
        RoundTrip.on(database, ORDERS).restores(drop, "DROP INDEX CONCURRENTLY s.ix");
    }

    @Test
    void hasNoWayBackFromWhatDependsOnIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        DropIndex.of(ORIGINAL).cascade(),
                        "The index 's.ix' is dropped with CASCADE, which takes what depends on it,"
                                + " too, and nobody knows what that was; drop that by operations of its own first, or"
                                + " write the downgrade.");
    }

    @Test
    void hasNoWayBackFromTheUnknown(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        Spoken.operation(op -> op.dropIndex("s.ix")),
                        "The index 's.ix' is gone with what it was; give its definition to dropIndex.");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenMissing(TestDatabase database) {
        DropIndex drop = DropIndex.of(ORIGINAL).ifExists().cascade();

        assertThat(drop.statements()).containsExactly("DROP INDEX IF EXISTS s.ix CASCADE");
        RoundTrip.on(database)
                .hasNoWayBack(
                        DropIndex.of("ix").ifExists(),
                        "The index 'ix' may have been missing before; drop it without ifExists, or write the"
                                + " downgrade.");
    }

    @Test
    void refusesToCascadeConcurrently() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> DropIndex.of("ix").concurrently().cascade())
                .withMessageContaining("can't be dropped concurrently and with CASCADE");
    }
}
