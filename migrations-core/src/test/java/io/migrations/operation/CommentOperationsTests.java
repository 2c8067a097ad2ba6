/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
class CommentOperationsTests {

    private static final String[] EVERYTHING = {
        "CREATE SCHEMA billing",
        "CREATE TABLE orders (id int CONSTRAINT positive CHECK (id > 0))",
        "CREATE INDEX orders_id ON orders (id)",
        "CREATE SEQUENCE order_no",
        "CREATE TYPE side AS ENUM ('BUY')",
        "CREATE DOMAIN lots AS int CONSTRAINT positive CHECK (VALUE > 0)",
        "CREATE VIEW all_orders AS TABLE orders",
        "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE FUNCTION touch(a int) RETURNS int RETURN a",
        "CREATE PROCEDURE settle() LANGUAGE sql AS 'SELECT 1'",
        "CREATE TRIGGER touched AFTER INSERT ON orders EXECUTE FUNCTION touch()",
        "CREATE POLICY own ON orders",
    };

    static Stream<DatabaseObject> objects() {
        return Stream.of(
                DatabaseObject.schema("billing"),
                DatabaseObject.table("orders"),
                DatabaseObject.constraint("positive", "orders"),
                DatabaseObject.index("orders_id"),
                DatabaseObject.sequence("order_no"),
                DatabaseObject.type("side"),
                DatabaseObject.domain("lots"),
                DatabaseObject.domainConstraint("positive", "lots"),
                DatabaseObject.view("all_orders"),
                DatabaseObject.materializedView("totals"),
                DatabaseObject.function("touch(a int DEFAULT 1)"),
                DatabaseObject.procedure("settle()"),
                DatabaseObject.trigger("touched", "orders"),
                DatabaseObject.policy("own", "orders"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void saysWhatAThingIsForAndNothingAgain(DatabaseObject object, TestDatabase database) {
        RoundTrip.on(database, EVERYTHING)
                .restores(
                        operation(op -> op.comment(object, "it's", null)),
                        "COMMENT ON " + object.sql() + " IS 'it''s'");
    }

    @Test
    void saysNothingAndTheSameAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no", "COMMENT ON SEQUENCE order_no IS 'a\nb'")
                .restores(
                        operation(op -> op.comment(DatabaseObject.sequence("order_no"), null, "a\nb")),
                        "COMMENT ON SEQUENCE order_no IS NULL");
    }

    @Test
    void saysSomethingElseForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION pg_trgm")
                .hasNoWayBack(
                        operation(op -> op.comment(DatabaseObject.extension("pg_trgm"), "for searching")),
                        "Nothing says what the comment on the extension 'pg_trgm' was before; give its existing comment.");
    }

    @Test
    void namesTheTableOfWhatIsAPartOfOne() {
        Name name = Name.of("touched");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new DatabaseObject(ObjectKind.TRIGGER, name, null, null))
                .withMessage("The trigger 'touched' belongs to nothing."
                        + " Name the table of a trigger, a policy or a constraint, and of nothing else.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new DatabaseObject(ObjectKind.VIEW, name, name, null));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new DatabaseObject(ObjectKind.VIEW, name, null, "int"));
    }

    @Test
    void dropsAndRenamesWhatCanBe() {
        DatabaseObject database = DatabaseObject.database("trading");
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> DropObject.of(database));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new RenameObject(DatabaseObject.extension("pg_trgm"), "trgm"));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> DropObject.of(DatabaseObject.sequence("a")).original(CreateSequence.of("b")))
                .withMessage("The sequence 'b' cannot be the original of the sequence 'a'."
                        + " Give how the dropped one was made.");
        assertThat(new RenameObject(DatabaseObject.constraint("a", "billing.orders"), "B").statements())
                .containsExactly("ALTER TABLE billing.orders RENAME CONSTRAINT a TO \"B\"");
    }
}
