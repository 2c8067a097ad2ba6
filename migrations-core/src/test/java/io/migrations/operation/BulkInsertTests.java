/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
class BulkInsertTests {

    private static final Rows ROWS =
            Rows.of("id", "Name").row(1, "new").row(2, "it's").row(3, null);

    @Test
    void insertsRowsAndDeletesThemByTheirKey(TestDatabase database) {
        database.execute("CREATE TABLE codes (id int PRIMARY KEY, \"Name\" text)");
        database.execute("INSERT INTO codes VALUES (9, 'old')");
        Operation insert = Spoken.operation(op -> op.bulkInsert("codes", ROWS, rows -> rows.keyColumns("id")));

        assertThat(insert.statements()).containsExactly("""
                        INSERT INTO codes (id, "Name") VALUES
                          (1, 'new'),
                          (2, 'it''s'),
                          (3, NULL)""");
        run(database, insert);
        assertThat(names(database)).containsExactly("new", "it's", null, "old");

        Operation delete = insert.inverse().operations().get(0);
        assertThat(delete.statements()).containsExactly("DELETE FROM codes WHERE id IN (1, 2, 3)");
        assertThat(delete.inverse().operations()).containsExactly(insert);
        run(database, delete);
        assertThat(names(database)).containsExactly("old");
    }

    @Test
    void tellsRowsByTwoColumns(TestDatabase database) {
        database.execute("CREATE TABLE codes (id int, \"Name\" text)");
        BulkInsert insert = BulkInsert.of(
                        "codes", Rows.of("id", "Name").row(1, "a").row(1, "b"))
                .keyColumns("Name", "id");

        run(database, insert);
        Operation delete = insert.inverse().operations().get(0);
        assertThat(delete.statements())
                .containsExactly("DELETE FROM codes WHERE (\"Name\", id) IN (('a', 1), ('b', 1))");
        run(database, delete);
        assertThat(names(database)).isEmpty();
    }

    @Test
    void givesNumbersOfItsOwnToAnIdentity(TestDatabase database) {
        database.execute("CREATE TABLE codes (id int GENERATED ALWAYS AS IDENTITY, \"Name\" text)");
        BulkInsert insert = BulkInsert.of("codes", ROWS).overridingSystemValue().rowsPerStatement(2);

        assertThat(insert.statements())
                .containsExactly(
                        "INSERT INTO codes (id, \"Name\") OVERRIDING SYSTEM VALUE VALUES\n  (1, 'new'),\n  (2, 'it''s')",
                        "INSERT INTO codes (id, \"Name\") OVERRIDING SYSTEM VALUE VALUES (3, NULL)");
        run(database, insert);
        assertThat(names(database)).hasSize(3);
    }

    @Test
    void takesMapsInTheOrderOfTheNamesOfTheirColumns(TestDatabase database) {
        database.execute("CREATE TABLE codes (id int DEFAULT 7, \"Name\" text)");
        var row = new LinkedHashMap<String, Object>();
        row.put("id", sql("DEFAULT"));
        row.put("Name", null);
        Operation insert = Spoken.operation(op -> op.bulkInsert("codes", List.of(row, Map.of("Name", "x", "id", 1))));

        assertThat(insert.statements())
                .containsExactly("INSERT INTO codes (\"Name\", id) VALUES\n  (NULL, DEFAULT),\n  ('x', 1)");
        run(database, insert);
        assertThat(names(database)).containsExactly("x", null);
    }

    @Test
    void hasNoWayBackWithoutAKey() {
        assertThat(Spoken.operation(op -> op.bulkInsert("codes", ROWS))
                        .inverse()
                        .obstacle())
                .isEqualTo("Which columns tell the rows inserted into 'codes' from others is not known; name them by"
                        + " keyColumns.");
    }

    @ParameterizedTest
    @MethodSource("vagueKeys")
    void refusesKeysThatMayBeOthersOnTheWayBack(Object key) {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> BulkInsert.of(
                                "t", Rows.of("id", "day").row(1, "x").row(2, key))
                        .keyColumns("id", "day"))
                .withMessage("The column 'day' doesn't tell the rows inserted into 't' from others: it is given as SQL,"
                        + " or as a float or double, which may be another value on the way back. Name columns with"
                        + " constants, such as integers or strings.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() ->
                        BulkInsert.of("t", Rows.of(List.of(Map.of("day", key)))).keyColumns("day"));
        assertThat(BulkInsert.of("t", Rows.of("id", "day").row(1, key))
                        .keyColumns("id")
                        .inverse()
                        .exists())
                .isTrue();
    }

    static Stream<Object> vagueKeys() {
        return Stream.of(sql("current_date"), 0.1f, 0.1d, List.of(1, sql("random()")), new Object[] {0.5d});
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Rows.of("id").row(1, 2))
                .withMessage("The row [1, 2] has 2 values for the columns [id]. Give one for each; sql(\"DEFAULT\")"
                        + " leaves one to PostgreSQL.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() ->
                        Spoken.operation(op -> op.bulkInsert("t", List.of(Map.of("a", 1, "b", 2), Map.of("a", 1)))))
                .withMessageStartingWith("The row 2 has no values for [b], and others have.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> BulkInsert.of("t", Rows.of("id")))
                .withMessage("bulkInsert into 't' has no rows. Give at least one.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> BulkInsert.of("t", ROWS).keyColumns("Name"))
                .withMessageStartingWith(
                        "The columns [Name] don't tell the rows inserted into 't' from others: one has the"
                                + " key [NULL].");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> BulkInsert.of("t", ROWS).keyColumns("name"))
                .withMessageStartingWith("The rows have no column 'name', only [id, Name].");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> BulkInsert.of("t", ROWS).rowsPerStatement(0));
    }

    private static void run(TestDatabase database, Operation operation) {
        operation.statements().forEach(database::execute);
    }

    private static List<String> names(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT \"Name\" FROM codes ORDER BY id")
                .query(String.class)
                .list();
    }
}
