/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.BIGINT;
import static io.migrations.operation.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.operation.AddColumn;
import io.migrations.operation.CreateIndex;
import io.migrations.operation.CreateTable;
import io.migrations.operation.DropColumn;
import io.migrations.operation.DropTable;
import io.migrations.operation.Execute;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import io.migrations.schema.Change;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlLayoutTests {

    @Test
    void whatIsAboutOneTableStandsTogether() {
        String text = SqlLayout.of(List.of(
                change(CreateTable.of(
                        "orders",
                        column("id", BIGINT).notNull(),
                        column("note", TEXT).comment("why"))),
                change(CreateIndex.of("ix_orders_note", "orders", List.of("note"))),
                change(DropTable.of("old")),
                change(new AddColumn(Name.of("billing.t"), column("a", TEXT), false)),
                change(DropColumn.of("billing.t", "b"), "Data loss: the values of column 'b' are gone.")));

        assertThat(text).isEqualTo("""
                CREATE TABLE orders (
                  id bigint NOT NULL,
                  note text
                );
                COMMENT ON COLUMN orders.note IS 'why';
                CREATE INDEX ix_orders_note ON orders (note);

                DROP TABLE old;

                ALTER TABLE billing.t ADD COLUMN a text;

                -- Data loss: the values of column 'b' are gone.
                ALTER TABLE billing.t DROP COLUMN b;""");
    }

    @Test
    void aRemarkStaysACommentWhateverIsInIt() {
        String text = SqlLayout.of(List.of(
                change(Execute.of("SELECT 1"), "Several\nlines\r;\rDROP TABLE t; \u202e", " ", "word ".repeat(60))));

        SqlScript script = SqlScript.parse(text);
        assertThat(script.statements()).extracting(Statement::text).containsExactly("SELECT 1");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text).startsWith("-- Several\n-- lines\n-- ;\n-- DROP TABLE t; \\u202e\n-- word word");
    }

    @Test
    void aCommentAtTheEndOfAStatementLeavesTheSemicolonToIt() {
        Operation odd = new Execute(List.of("SELECT 1 -- one", "SELECT '--'"));

        assertThat(SqlLayout.of(List.of(change(odd)))).isEqualTo("SELECT 1 -- one\n;\nSELECT '--'\n;");
    }

    @Test
    void nothingIsNothing() {
        assertThat(SqlLayout.of(List.of())).isEmpty();
    }

    private static Change change(Operation operation, String... remarks) {
        return new Change(operation, List.of(remarks));
    }
}
