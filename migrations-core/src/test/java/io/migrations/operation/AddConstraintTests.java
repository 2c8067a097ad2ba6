/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Sql.sql;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class AddConstraintTests {

    private static final String ORDERS =
            "CREATE TABLE orders (id int NOT NULL, note text, \"Qty\" int, room int," + " during tsrange)";
    private static final String ACCOUNTS =
            "CREATE TABLE s.accounts (id int PRIMARY KEY, room int, qty int UNIQUE," + " UNIQUE (id, room))";
    private static final String SCHEMA = "CREATE SCHEMA s";

    @Test
    void addsAPrimaryKey(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createPrimaryKey("pk_orders", "orders", "id")),
                        "ALTER TABLE orders ADD CONSTRAINT pk_orders PRIMARY KEY (id)");
    }

    @Test
    void takesNotNullBackThatAPrimaryKeyBrought(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createPrimaryKey(
                                "pk",
                                "orders",
                                List.of("id", "Qty"),
                                key -> key.include("note")
                                        .with("fillfactor", 80)
                                        .tablespace("pg_default")
                                        .initiallyDeferred()
                                        .existingNullable("Qty"))),
                        "ALTER TABLE orders ADD CONSTRAINT pk PRIMARY KEY (id, \"Qty\") INCLUDE (note)"
                                + " WITH (fillfactor = 80) USING INDEX TABLESPACE pg_default"
                                + " DEFERRABLE INITIALLY DEFERRED");
    }

    @Test
    void makesAPrimaryKeyOfAnIndex(TestDatabase database) {
        CreateIndex index = CreateIndex.of("ix", "orders", List.of("id")).unique();
        RoundTrip.on(database, ORDERS, "CREATE UNIQUE INDEX ix ON orders (id)")
                .restores(
                        Spoken.operation(op -> op.createPrimaryKey(
                                "pk",
                                "orders",
                                List.of("id"),
                                key -> key.usingIndex(index).deferrable())),
                        "ALTER TABLE orders ADD CONSTRAINT pk PRIMARY KEY USING INDEX ix DEFERRABLE");
    }

    @Test
    void hasNoWayBackToAnIndexThatIsNotKnown(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "CREATE UNIQUE INDEX ix ON orders (id)")
                .hasNoWayBack(
                        Spoken.operation(op -> op.createUniqueConstraint(
                                "uq", "orders", List.of("id"), unique -> unique.usingIndex("ix"))),
                        "The index 'ix' goes with the constraint 'uq' that took it over; give its definition to"
                                + " usingIndex.");
    }

    @Test
    void addsAUniqueConstraint(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createUniqueConstraint("uq_orders", "orders", "note", "Qty")),
                        "ALTER TABLE orders ADD CONSTRAINT uq_orders UNIQUE (note, \"Qty\")");
    }

    @Test
    void addsAUniqueConstraintWithAllOfIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .since(15, "NULLS NOT DISTINCT")
                .restores(
                        Spoken.operation(op -> op.createUniqueConstraint(
                                "uq",
                                "orders",
                                List.of("note"),
                                unique -> unique.nullsNotDistinct()
                                        .include("room")
                                        .with("fillfactor", 80)
                                        .tablespace("pg_default")
                                        .deferrable())),
                        "ALTER TABLE orders ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (note) INCLUDE (room)"
                                + " WITH (fillfactor = 80) USING INDEX TABLESPACE pg_default DEFERRABLE");
    }

    @Test
    void makesAUniqueConstraintOfAnIndex(TestDatabase database) {
        CreateIndex index = CreateIndex.of("ix", "orders", List.of("note")).unique();
        RoundTrip.on(database, ORDERS, "CREATE UNIQUE INDEX ix ON orders (note)")
                .restores(
                        Spoken.operation(op -> op.createUniqueConstraint(
                                "uq",
                                "orders",
                                List.of("note"),
                                unique -> unique.usingIndex(index).initiallyDeferred())),
                        "ALTER TABLE orders ADD CONSTRAINT uq UNIQUE USING INDEX ix DEFERRABLE INITIALLY DEFERRED");
    }

    @Test
    void addsAForeignKey(TestDatabase database) {
        RoundTrip.on(database, SCHEMA, ORDERS, ACCOUNTS)
                .restores(
                        Spoken.operation(
                                op -> op.createForeignKey("fk_orders_accounts", "orders", "s.accounts", "id", "id")),
                        "ALTER TABLE orders ADD CONSTRAINT fk_orders_accounts FOREIGN KEY (id) REFERENCES"
                                + " s.accounts (id)");
    }

    @Test
    void addsAForeignKeyWithAllOfIt(TestDatabase database) {
        RoundTrip.on(database, SCHEMA, ORDERS, ACCOUNTS)
                .restores(
                        Spoken.operation(op -> op.createForeignKey(
                                "fk",
                                "orders",
                                "s.accounts",
                                List.of("id", "room"),
                                List.of("id", "room"),
                                key -> key.matchFull()
                                        .onDelete(ReferentialAction.CASCADE)
                                        .onUpdate(ReferentialAction.RESTRICT)
                                        .initiallyDeferred()
                                        .notValid())),
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (id, room) REFERENCES s.accounts (id, room)"
                                + " MATCH FULL ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED"
                                + " NOT VALID");
    }

    @Test
    void refersToAPrimaryKeyThatIsNotNamed(TestDatabase database) {
        RoundTrip.on(database, SCHEMA, ORDERS, ACCOUNTS)
                .restores(
                        Spoken.operation(op -> op.createForeignKey(
                                "fk",
                                "orders",
                                "s.accounts",
                                List.of("Qty"),
                                List.of(),
                                key -> key.onDelete(ReferentialAction.SET_DEFAULT)
                                        .deferrable())),
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (\"Qty\") REFERENCES s.accounts"
                                + " ON DELETE SET DEFAULT DEFERRABLE");
    }

    @Test
    void setsSomeColumnsOfAForeignKeyToNull(TestDatabase database) {
        RoundTrip.on(database, SCHEMA, ORDERS, ACCOUNTS)
                .since(15, "SET NULL (columns)")
                .restores(
                        new AddConstraint(
                                Name.of("orders"),
                                TableElement.foreignKey(List.of("id", "room"), "s.accounts", List.of("id", "room"))
                                        .named("fk")
                                        .onDeleteSetNull("room")),
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (id, room) REFERENCES s.accounts (id, room)"
                                + " ON DELETE SET NULL (room)");
    }

    @Test
    void setsSomeColumnsOfAForeignKeyToTheirDefaults(TestDatabase database) {
        RoundTrip.on(database, SCHEMA, ORDERS, ACCOUNTS)
                .since(15, "SET DEFAULT (columns)")
                .restores(
                        new AddConstraint(
                                Name.of("orders"),
                                TableElement.foreignKey("Qty", "s.accounts", "qty")
                                        .named("fk")
                                        .onDeleteSetDefault("Qty")),
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (\"Qty\") REFERENCES s.accounts (qty)"
                                + " ON DELETE SET DEFAULT (\"Qty\")");
    }

    @Test
    void addsACheck(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createCheckConstraint("ck_orders_qty", "orders", "\"Qty\" > 0")),
                        "ALTER TABLE orders ADD CONSTRAINT ck_orders_qty CHECK (\"Qty\" > 0)");
    }

    @Test
    void addsACheckThatIsNotValidAndNotInherited(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createCheckConstraint(
                                "ck",
                                "orders",
                                "room > 0",
                                check -> check.noInherit().notValid())),
                        "ALTER TABLE orders ADD CONSTRAINT ck CHECK (room > 0) NO INHERIT NOT VALID");
    }

    @Test
    void addsAnExclusion(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION btree_gist", ORDERS)
                .restores(
                        Spoken.operation(op -> op.createExcludeConstraint(
                                "ex",
                                "orders",
                                exclude -> exclude.element("room", "=")
                                        .element("during", "&&")
                                        .where("room > 0")
                                        .initiallyDeferred())),
                        "ALTER TABLE orders ADD CONSTRAINT ex EXCLUDE USING gist (room WITH =, during WITH &&)"
                                + " WHERE (room > 0) DEFERRABLE INITIALLY DEFERRED");
    }

    @Test
    void addsAnExclusionOverAnExpressionWithAnOperatorClass(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createExcludeConstraint(
                                "ex",
                                "orders",
                                exclude -> exclude.using("btree")
                                        .element(IndexElement.column("note").opclass("text_pattern_ops"), "=")
                                        .element(sql("room + 1"), "OPERATOR(pg_catalog.=)")
                                        .include("id")
                                        .with("fillfactor", 90)
                                        .tablespace("pg_default")
                                        .deferrable())),
                        "ALTER TABLE orders ADD CONSTRAINT ex EXCLUDE USING btree (note text_pattern_ops WITH =,"
                                + " (room + 1) WITH OPERATOR(pg_catalog.=)) INCLUDE (id) WITH (fillfactor = 90)"
                                + " USING INDEX TABLESPACE pg_default DEFERRABLE");
    }

    @Test
    void addsANotNullWithAName(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .since(18, "a name of NOT NULL")
                .restores(
                        Spoken.operation(op -> op.createNotNullConstraint(
                                "nn",
                                "orders",
                                "Qty",
                                notNull -> notNull.noInherit().notValid())),
                        "ALTER TABLE orders ADD CONSTRAINT nn NOT NULL \"Qty\" NO INHERIT NOT VALID");
    }

    @Test
    void addsKeysForATime(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION btree_gist", ORDERS, "CREATE TABLE rooms (id int, during tsrange)")
                .since(18, "WITHOUT OVERLAPS")
                .restores(
                        new AddConstraint(
                                Name.of("rooms"),
                                TableElement.primaryKey("id", "during")
                                        .named("pk")
                                        .withoutOverlaps()
                                        .existingNullable("id", "during")),
                        "ALTER TABLE rooms ADD CONSTRAINT pk PRIMARY KEY (id, during WITHOUT OVERLAPS)");
    }

    @Test
    void refersForATime(TestDatabase database) {
        RoundTrip.on(
                        database,
                        "CREATE EXTENSION btree_gist",
                        ORDERS,
                        "CREATE TABLE halls (id int, during tsrange, UNIQUE (id, during WITHOUT OVERLAPS))")
                .since(18, "PERIOD")
                .restores(
                        new AddConstraint(
                                Name.of("orders"),
                                TableElement.foreignKey(List.of("room", "during"), "halls", List.of("id", "during"))
                                        .named("fk")
                                        .period()),
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (room, PERIOD during) REFERENCES halls"
                                + " (id, PERIOD during)");
    }

    @Test
    void addsWhatOnlyDocuments(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .since(18, "NOT ENFORCED")
                .restores(
                        new AddConstraint(
                                Name.of("orders"),
                                TableElement.check("ck", "room > 0").notEnforced()),
                        "ALTER TABLE orders ADD CONSTRAINT ck CHECK (room > 0) NOT ENFORCED");
    }

    @Test
    void hasNoWayBackFromAConstraintWithoutAName(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        new AddConstraint(Name.of("orders"), TableElement.unique("note")),
                        "The constraint on 'orders' gets a name from PostgreSQL that nobody knows; give it one.");
    }

    @Test
    void refusesWhatIsNoConstraint() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> TableElement.foreignKey(List.of("a", "b"), "t", List.of("id")))
                .withMessage("The columns [a, b] refer to the columns [id] of 't': 2 to 1. Name as many of one as of"
                        + " the other.");
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> TableElement.unique());
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Exclude.of("ex").element("a", "= --"));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Exclude.of("ex").definition())
                .withMessageContaining("has no elements");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> TableElement.check("a".repeat(64), "true"))
                .withMessageContaining("The constraint name");
    }
}
