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
class TypeOperationsTests {

    @Test
    void createsAnEnumAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createEnum("side", "BUY", "don't")),
                        "CREATE TYPE side AS ENUM ('BUY', 'don''t')");
    }

    @Test
    void dropsAnEnumAndCreatesItFromItsValues(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('SELL', 'BUY')")
                .restores(operation(op -> op.dropEnum("side", "SELL", "BUY")), "DROP TYPE side");
    }

    @Test
    void dropsAnEnumForGoodWithoutItsValues(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('SELL')")
                .hasNoWayBack(
                        operation(op -> op.dropEnum("side")),
                        "The type 'side' is gone with what it was; give how it was made as its original.");
    }

    @Test
    void hasEachValueOnce() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateEnum.of("side", "BUY", "BUY"))
                .withMessage("The enum type 'side' has a value twice: [BUY, BUY]. Leave one out.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateEnum.of("side", "x".repeat(64)));
    }

    @Test
    void addsAValueForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('BUY', 'SELL')")
                .hasNoWayBack(
                        operation(op -> op.addEnumValue("side", "HOLD", value -> value.before("SELL"))),
                        "PostgreSQL cannot remove the value 'HOLD' from the enum type 'side'; make a new type without it"
                                + " and change the columns to that, or leave it.");
        List.of(
                        operation(op -> op.addEnumValue("side", "SHORT", value -> value.after("SELL"))),
                        operation(op -> op.addEnumValue("side", "SHORT", AddEnumValue::ifNotExists)),
                        operation(op -> op.addEnumValue("side", "LONG")))
                .forEach(operation -> operation.statements().forEach(database::execute));
        assertThat(database.jdbc()
                        .sql("SELECT enum_range(NULL::side)::text")
                        .query(String.class)
                        .single())
                .isEqualTo("{BUY,HOLD,SELL,SHORT,LONG}");
    }

    @Test
    void writesWhereAValueGoes() {
        assertThat(operation(op -> op.addEnumValue(
                                "side", "A", value -> value.ifNotExists().before("B")))
                        .statements())
                .containsExactly("ALTER TYPE side ADD VALUE IF NOT EXISTS 'A' BEFORE 'B'");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> AddEnumValue.of("side", "A").before("B").after("C"))
                .withMessageContaining("is to come before 'B' and after 'C'");
    }

    @Test
    void renamesAValueAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('BUY')")
                .restores(
                        operation(op -> op.renameEnumValue("side", "BUY", "buy")),
                        "ALTER TYPE side RENAME VALUE 'BUY' TO 'buy'");
    }

    @Test
    void createsACompositeTypeAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createType(
                                "price",
                                type -> type.attribute("amount", Types.NUMERIC)
                                        .attribute(new CreateCompositeType.Attribute(
                                                "Currency", Types.TEXT, Name.of("pg_catalog.C"))))),
                        "CREATE TYPE price AS (amount numeric, \"Currency\" text COLLATE pg_catalog.\"C\")");
    }

    @Test
    void dropsACompositeTypeAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE price AS (amount numeric)")
                .restores(
                        operation(op ->
                                op.dropType(CreateCompositeType.of("price").attribute("amount", Types.NUMERIC))),
                        "DROP TYPE price");
    }

    @Test
    void dropsATypeWithWhatDependsOnItForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('BUY')", "CREATE TABLE orders (side side)")
                .hasNoWayBack(
                        operation(op -> op.dropType(
                                "side",
                                drop -> drop.original(CreateEnum.of("side", "BUY"))
                                        .cascade())),
                        "CASCADE takes what depends on the type 'side', too, and nobody knows what that was; drop that by"
                                + " operations of its own first.");
        assertThat(operation(op -> op.dropType("side")).inverse().exists()).isFalse();
    }

    @Test
    void renamesATypeAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing", "CREATE TYPE billing.side AS ENUM ('BUY')")
                .restores(
                        operation(op -> op.renameType("billing.side", "Side")),
                        "ALTER TYPE billing.side RENAME TO \"Side\"");
    }
}
