/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Sql.sql;
import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.BIGINT;
import static io.migrations.operation.Types.INTEGER;
import static io.migrations.operation.Types.NUMERIC;
import static io.migrations.operation.Types.TEXT;
import static io.migrations.operation.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
class AddColumnTests {

    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, a int)";

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of(column("Qty", INTEGER), "\"Qty\" integer"),
                Arguments.of(column("q", INTEGER).notNull().nullable(true), "q integer"),
                Arguments.of(column("q", INTEGER).notNull().serverDefault(-5), "q integer NOT NULL DEFAULT -5"),
                Arguments.of(column("q", TEXT).serverDefault("it's"), "q text DEFAULT 'it''s'"),
                Arguments.of(
                        column("q", INTEGER.array()).serverDefault(List.of(1, 2)), "q integer[] DEFAULT ARRAY[1, 2]"),
                Arguments.of(
                        column("q", TIMESTAMP).serverDefault(sql("now() AT TIME ZONE 'utc'")),
                        "q timestamp DEFAULT (now() AT TIME ZONE 'utc')"),
                Arguments.of(
                        column("q", Types.BOOLEAN)
                                .serverDefault(sql("1 IN (2, 3)"))
                                .notNull(),
                        "q boolean NOT NULL DEFAULT (1 IN (2, 3))"),
                Arguments.of(column("q", TEXT).serverDefault(sql("'x'::text")), "q text DEFAULT 'x'::text"),
                Arguments.of(
                        column("q", BIGINT)
                                .identity(Identity.always()
                                        .start(100)
                                        .increment(10)
                                        .minValue(100)
                                        .maxValue(9999)
                                        .cache(5)
                                        .cycle(true)),
                        "q bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10 MINVALUE 100"
                                + " MAXVALUE 9999 CACHE 5 CYCLE)"),
                Arguments.of(
                        column("q", NUMERIC).generatedStored("a * 2"), "q numeric GENERATED ALWAYS AS (a * 2) STORED"),
                Arguments.of(
                        column("q", TEXT).collate("C").compression("pglz"), "q text COMPRESSION pglz COLLATE \"C\""),
                Arguments.of(column("q", INTEGER).unique(), "q integer UNIQUE"),
                Arguments.of(
                        column("q", INTEGER).unique("uq", Unique::initiallyDeferred),
                        "q integer CONSTRAINT uq UNIQUE DEFERRABLE INITIALLY DEFERRED"),
                Arguments.of(
                        column("q", INTEGER)
                                .references("t", "id", key -> key.named("fk").onDelete(ReferentialAction.SET_NULL)),
                        "q integer CONSTRAINT fk REFERENCES t (id) ON DELETE SET NULL"),
                Arguments.of(
                        column("q", INTEGER).check("ck", "q > 0").check("ck2", "q < 9"),
                        "q integer CONSTRAINT ck CHECK (q > 0) CONSTRAINT ck2 CHECK (q < 9)"));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void addsAColumnAndDropsIt(Column column, String sql, TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .restores(Spoken.operation(op -> op.addColumn("t", column)), "ALTER TABLE t ADD COLUMN " + sql);
    }

    @Test
    void mayBeThePrimaryKey(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE t ()")
                .restores(
                        Spoken.operation(
                                op -> op.addColumn("t", column("id", BIGINT).primaryKey("pk_t"))),
                        "ALTER TABLE t ADD COLUMN id bigint CONSTRAINT pk_t PRIMARY KEY");
    }

    @Test
    void mayBeComputedWhenRead(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .since(18, "VIRTUAL")
                .restores(
                        Spoken.operation(
                                op -> op.addColumn("t", column("q", INTEGER).generatedVirtual("a * 2"))),
                        "ALTER TABLE t ADD COLUMN q integer GENERATED ALWAYS AS (a * 2) VIRTUAL");
    }

    @Test
    void saysWhatItIsForAndWhereItIsKept(TestDatabase database) {
        RoundTrip.on(database, TABLE)
                .restores(
                        Spoken.operation(op -> op.addColumn(
                                "t", column("N", TEXT).storage(Storage.MAIN).comment("why"))),
                        "ALTER TABLE t ADD COLUMN \"N\" text",
                        "ALTER TABLE t ALTER COLUMN \"N\" SET STORAGE MAIN",
                        "COMMENT ON COLUMN t.\"N\" IS 'why'");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenThere(TestDatabase database) {
        Operation add = Spoken.operation(op -> op.addColumn("t", column("q", TEXT), AddColumn::ifNotExists));
        assertThat(add.statements()).containsExactly("ALTER TABLE t ADD COLUMN IF NOT EXISTS q text");
        RoundTrip.on(database, TABLE)
                .hasNoWayBack(
                        add,
                        "The column 'q' may have been there before; create it without ifNotExists, or write the"
                                + " downgrade.");
    }

    @Test
    void hasOneContentOnly() {
        assertThat(column("q", INTEGER).serverDefault(1).identity().sql())
                .isEqualTo("q integer GENERATED BY DEFAULT AS IDENTITY");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new ColumnContent(sql("1"), Identity.byDefault(), null))
                .withMessageContaining("here are 2 of them");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> column("q", INTEGER).serverDefault(new Object()));
        assertThat(column("q", INTEGER)
                        .named("p")
                        .constraint(NotNull.of("nn", "p"))
                        .sql())
                .isEqualTo("p integer CONSTRAINT nn NOT NULL");
    }
}
