/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dropping, moving, commenting. */
@DatabaseTest
class TableChangeTests {

    private static final String TABLE = "CREATE TABLE t (a int NOT NULL)";
    private static final CreateTable ORIGINAL =
            CreateTable.of("t", column("a", INTEGER).notNull());

    @Test
    void bringsATableBackWithWhatGoesAlong(TestDatabase database) {
        RoundTrip.on(database, TABLE, "CREATE INDEX ix ON t (a)")
                .restores(
                        Spoken.operation(op -> op.dropTable(ORIGINAL, CreateIndex.of("ix", "t", List.of("a")))),
                        "DROP TABLE t");
    }

    @Test
    void hasNoWayBackFromWhatDependsOnIt(TestDatabase database) {
        DropTable drop = DropTable.of("t").cascade().original(ORIGINAL);
        assertThat(drop.statements()).containsExactly("DROP TABLE t CASCADE");
        RoundTrip.on(database, TABLE, "CREATE VIEW v AS SELECT * FROM t")
                .hasNoWayBack(
                        drop,
                        "The table 't' is dropped with CASCADE, which takes what depends on it,"
                                + " too, and nobody knows what that was; drop that by operations of its own first, or"
                                + " write the downgrade.");
    }

    @Test
    void hasNoWayBackFromTheUnknown(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .hasNoWayBack(
                        Spoken.operation(op -> op.dropTable("t")),
                        "The table 't' is gone with what it was; give its definition to dropTable.");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenMissing(TestDatabase database) {
        DropTable drop = DropTable.of("t").ifExists();
        assertThat(drop.statements()).containsExactly("DROP TABLE IF EXISTS t");
        RoundTrip.on(database)
                .hasNoWayBack(
                        drop,
                        "The table 't' may have been missing before; drop it without ifExists, or write the"
                                + " downgrade.");
    }

    @Test
    void refusesADefinitionOfAnother() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> DropTable.of("s.t").original(ORIGINAL))
                .withMessage("The table 's.t' is dropped, and its definition is called 't'. Give both the same name.");
    }

    @Test
    void movesToAnotherSchemaAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA a", "CREATE SCHEMA \"B\"", "CREATE TABLE a.t (id serial)")
                .restores(Spoken.operation(op -> op.setTableSchema("a.t", "B")), "ALTER TABLE a.t SET SCHEMA \"B\"");
    }

    @Test
    void hasNoWayBackToASchemaThatIsNotKnown(TestDatabase database) {
        RoundTrip.on(database, TABLE, "CREATE SCHEMA a")
                .hasNoWayBack(
                        Spoken.operation(op -> op.setTableSchema("t", "a")),
                        "Which schema the table 't' leaves is not known; name it with its schema.");
    }

    @Test
    void saysWhatATableIsFor(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .restores(
                        Spoken.operation(op -> op.createTableComment("t", "a\\b's")),
                        "COMMENT ON TABLE t IS E'a\\\\b''s'");
    }

    @Test
    void saysSomethingElseOfATable(TestDatabase database) {
        RoundTrip.on(database, TABLE, "COMMENT ON TABLE t IS 'a'")
                .restores(Spoken.operation(op -> op.createTableComment("t", "b", "a")), "COMMENT ON TABLE t IS 'b'");
    }

    @Test
    void saysNothingAnyMore(TestDatabase database) {
        RoundTrip.on(database, TABLE, "COMMENT ON TABLE t IS 'a'")
                .restores(Spoken.operation(op -> op.dropTableComment("t", "a")), "COMMENT ON TABLE t IS NULL");
    }

    @Test
    void hasNoWayBackFromAnUnknownComment(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .hasNoWayBack(
                        Spoken.operation(op -> op.dropTableComment("t")),
                        "Nothing says what the comment on the %s was before; give its existing comment."
                                .formatted(DatabaseObject.table("t")));
    }
}
