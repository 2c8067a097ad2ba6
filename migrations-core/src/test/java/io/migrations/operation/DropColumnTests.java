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

@DatabaseTest
class DropColumnTests {

    private static final String TABLE = "CREATE TABLE t (id int, qty int DEFAULT 1 CONSTRAINT ck CHECK (qty > 0))";
    private static final Column QTY = column("qty", INTEGER).serverDefault(1).check("ck", "qty > 0");

    @Test
    void bringsAColumnBack(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .restores(Spoken.operation(op -> op.dropColumn("t", QTY)), "ALTER TABLE t DROP COLUMN qty");
    }

    @Test
    void bringsWhatGoesAlongBack(TestDatabase database) {
        RoundTrip.on(database, TABLE, "CREATE INDEX ix ON t (qty)")
                .restores(
                        Spoken.operation(op -> op.dropColumn(
                                "t", "qty", drop -> drop.original(QTY, CreateIndex.of("ix", "t", List.of("qty"))))),
                        "ALTER TABLE t DROP COLUMN qty");
    }

    @Test
    void hasNoWayBackFromWhatDependsOnIt(TestDatabase database) {
        DropColumn drop = DropColumn.of("t", "qty").cascade().original(QTY);
        assertThat(drop.statements()).containsExactly("ALTER TABLE t DROP COLUMN qty CASCADE");
        RoundTrip.on(database, TABLE, "CREATE VIEW v AS SELECT qty FROM t")
                .hasNoWayBack(
                        drop,
                        "The column 'qty' is dropped with CASCADE, which takes what depends on it,"
                                + " too, and nobody knows what that was; drop that by operations of its own first, or"
                                + " write the downgrade.");
    }

    @Test
    void hasNoWayBackFromTheUnknown(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .hasNoWayBack(
                        Spoken.operation(op -> op.dropColumn("t", "qty")),
                        "The column 'qty' is gone with what it was; give its definition to dropColumn.");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenMissing(TestDatabase database) {
        DropColumn drop = DropColumn.of("t", "q").original(column("q", INTEGER)).ifExists();
        assertThat(drop.statements()).containsExactly("ALTER TABLE t DROP COLUMN IF EXISTS q");
        RoundTrip.on(database, TABLE)
                .hasNoWayBack(
                        drop,
                        "The column 'q' may have been missing before; drop it without ifExists, or write the"
                                + " downgrade.");
    }

    @Test
    void refusesADefinitionOfAnother() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> DropColumn.of("t", "q").original(QTY))
                .withMessage("The column 'q' of 't' is dropped, and its definition is called 'qty'. Give both the same"
                        + " name.");
    }
}
