/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.TableElement.check;
import static io.migrations.operation.TableElement.exclude;
import static io.migrations.operation.TableElement.foreignKey;
import static io.migrations.operation.TableElement.primaryKey;
import static io.migrations.operation.TableElement.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
class DropConstraintTests {

    static Stream<Arguments> originals() {
        return Stream.of(
                Arguments.of("PRIMARY KEY (id)", primaryKey("id")),
                Arguments.of("UNIQUE (a)", unique("a")),
                Arguments.of("FOREIGN KEY (a) REFERENCES r (id)", foreignKey("a", "r", "id")),
                Arguments.of("CHECK (a > 0)", check("a > 0")),
                Arguments.of("EXCLUDE USING gist (b WITH &&)", exclude("c").element("b", "&&")));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void bringsAConstraintBack(String sql, TableConstraint original, TestDatabase database) {
        RoundTrip.on(
                        database,
                        "CREATE TABLE r (id int PRIMARY KEY)",
                        "CREATE TABLE t (id int NOT NULL, a int, b tsrange, CONSTRAINT c " + sql + ")")
                .restores(
                        Spoken.operation(op -> op.dropConstraint("c", "t", drop -> drop.original(original))),
                        "ALTER TABLE t DROP CONSTRAINT c");
    }

    @Test
    void bringsANamedNotNullBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE t (id int CONSTRAINT c NOT NULL)")
                .since(18, "a name of NOT NULL")
                .restores(
                        Spoken.operation(
                                op -> op.dropConstraint("c", "t", drop -> drop.original(NotNull.of(null, "id")))),
                        "ALTER TABLE t DROP CONSTRAINT c");
    }

    @Test
    void hasNoWayBackFromWhatDependsOnIt(TestDatabase database) {
        RoundTrip.on(
                        database,
                        "CREATE TABLE t (id int CONSTRAINT c PRIMARY KEY)",
                        "CREATE TABLE u (t_id int REFERENCES t)")
                .hasNoWayBack(
                        DropConstraint.of("c", "t").original(primaryKey("id")).cascade(),
                        "The constraint 'c' is dropped with CASCADE, which takes what depends on it,"
                                + " too, and nobody knows what that was; drop that by operations of its own first, or"
                                + " write the downgrade.");
    }

    @Test
    void hasNoWayBackFromTheUnknown(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE t (id int CONSTRAINT c CHECK (id > 0))")
                .hasNoWayBack(
                        Spoken.operation(op -> op.dropConstraint("c", "t")),
                        "The constraint 'c' is gone with what it was; give its definition to dropConstraint.");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenMissing(TestDatabase database) {
        DropConstraint drop =
                DropConstraint.of("c", "t").original(check("id > 0")).ifExists().cascade();

        assertThat(drop.statements()).containsExactly("ALTER TABLE t DROP CONSTRAINT IF EXISTS c CASCADE");
        RoundTrip.on(database, "CREATE TABLE t (id int)")
                .hasNoWayBack(
                        drop,
                        "The constraint 'c' may have been missing before; drop it without ifExists, or write the"
                                + " downgrade.");
    }

    @Test
    void refusesADefinitionOfAnother() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> DropConstraint.of("c", "t").original(check("d", "id > 0")))
                .withMessage("The constraint 'c' of 't' is dropped, and its definition is called 'd'. Give both the"
                        + " same name.");
    }
}
