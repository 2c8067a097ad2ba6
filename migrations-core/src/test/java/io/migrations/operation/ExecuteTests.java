/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ExecuteTests {

    @Test
    void runsStatementsAsTheyAreWritten(TestDatabase database) {
        Operation execute =
                Spoken.operation(op -> op.execute("CREATE TABLE t (a int); -- one\nINSERT INTO t VALUES (1);"));

        assertThat(execute.statements()).containsExactly("CREATE TABLE t (a int)", "INSERT INTO t VALUES (1)");
        RoundTrip.on(database)
                .hasNoWayBack(
                        execute, "What execute('CREATE TABLE t (a int)') does is not known; write the downgrade.");
        assertThat(database.tables()).containsExactly("t");
    }

    @Test
    void putsConstantsInThePlacesOfParameters(TestDatabase database) {
        database.execute("CREATE TABLE t (a text, b int)");
        Operation execute = Spoken.operation(op -> op.execute(
                "INSERT INTO t VALUES (:name, 7-:less), (':name', :less::int) -- :no",
                Map.of("name", "'); DROP TABLE t; --\\", "less", -1)));

        execute.statements().forEach(database::execute);
        assertThat(database.jdbc()
                        .sql("SELECT b || a FROM t")
                        .query(String.class)
                        .list())
                .containsExactly("8'); DROP TABLE t; --\\", "-1:name");
    }

    @Test
    void wantsEachParameterAndNoOther() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Execute.of("SELECT :a, :b", Map.of("a", 1)))
                .withMessage("The parameters [b] of execute have no values. Give them; where a colon belongs to the"
                        + " SQL, put a blank behind it.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Execute.of("SELECT ':a'", Map.of("a", 1)))
                .withMessage("The values of [a] are given to execute, and its SQL has no such parameters. Write them"
                        + " as :name, or leave the values out.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Execute.of("SELECT :a", Map.of("a", new Object())));
    }

    @Test
    void refusesWhatIsNoSql() {
        for (String sql : List.of("", " ; -- nothing", "SELECT 'a", "\\d t", "COPY t FROM STDIN;\n1\n\\.\n")) {
            assertThatExceptionOfType(InvalidOperationException.class).as(sql).isThrownBy(() -> Execute.of(sql));
        }
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Execute.of("SELECT 1;\nSELECT 'a"))
                .withMessageStartingWith(
                        "The SQL of execute has a fault at 2:8: This string constant is never closed.");
    }

    @Test
    void showsOnlyTheBeginningOfWhatItCanNotUndo() {
        assertThat(Execute.of("SELECT '" + "x".repeat(99) + "'").inverse().obstacle())
                .isEqualTo("What execute('SELECT '%s...') does is not known; write the downgrade.", "x".repeat(49));
    }
}
