/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** A derived change back to the type before, on a real server. */
@DatabaseTest
class TypeReturnTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar(5)                     | text        | 'longer than five'
            VARCHAR (5)                    | text        | 'longer than five'
            national character varying(5)  | text        | 'longer than five'
            char varying(5)                | text        | 'longer than five'
            pg_catalog.varchar(5)          | text        | 'longer than five'
            character(5)                   | text        | 'longer than five'
            nchar(5)                       | text        | 'longer than five'
            bpchar(5)                      | text        | 'longer than five'
            char                           | text        | 'longer'
            varchar(5)[]                   | text[]      | ARRAY['longer than five']
            varchar(5) ARRAY               | text[]      | ARRAY['longer than five']
            national char varying(5)[]     | varchar[]   | ARRAY['longer than five']
            char(5)[3]                     | text[]      | ARRAY['longer than five']
            varchar(2)                     | integer     | 12345
            varchar(5)                     | text[]      | ARRAY['longer than five']
            varchar(2)[]                   | integer[]   | ARRAY[12345]
            bit(3)                         | bit varying | B'10101'
            bit varying(3)                 | varbit      | B'10101'
            bit                            | bit(2)      | B'10'
            bit(3)[]                       | varbit[]    | ARRAY[B'10101']
            numeric(4, 2)                  | numeric     | 1234567
            smallint                       | bigint      | 70000
            integer                        | text        | '1.5'
            boolean                        | text        | 'maybe'
            """)
    void refusesWhatTheTypeBeforeCannotHold(String before, String after, String value, TestDatabase database) {
        Operation change = using(before, after);
        assertThat(change.inverse().obstacle()).isNull();
        database.execute("CREATE TABLE t (q " + before + ")");
        change.statements().forEach(database::execute);
        database.execute("INSERT INTO t VALUES (" + value + ")");

        Operation back = change.inverse().operations().get(0);
        assertThatThrownBy(() -> back.statements().forEach(database::execute)).isInstanceOf(DataAccessException.class);
        assertThat(database.jdbc()
                        .sql("SELECT q::text = (" + value + ")::text FROM t")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar(20)[]                | text[]           | ARRAY['longer than five']
            text                         | varchar(20)      | 'longer than five'
            integer                      | text             | 5
            integer[]                    | text[]           | ARRAY[5]
            integer[]                    | bigint[]         | ARRAY[5]
            numeric                      | varchar(40)      | 1.25
            uuid                         | text             | 'a81bc81b-dead-4e5d-abff-90865d1e13b1'
            bytea                        | text             | '\\x0102'
            inet                         | text             | '10.0.0.1'
            json                         | jsonb            | '{}'
            integer                      | boolean          | 1
            date                         | timestamptz      | '2024-01-02'
            timestamp(3) with time zone  | timestamp        | '2024-01-02 03:04:05'
            int8                         | double precision | 5
            text                         | integer          | '5'
            text                         | integer[]        | '{5}'
            """)
    void bringsValuesBack(String before, String after, String value, TestDatabase database) {
        Operation change = using(before, after);
        database.execute("CREATE TABLE t (q " + before + ")");
        database.execute("INSERT INTO t VALUES (" + value + ")");
        String text = text(database);

        change.statements().forEach(database::execute);
        change.inverse().operations().get(0).statements().forEach(database::execute);

        assertThat(text(database)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "char"        | text
            name          | text
            bit(3)        | text
            bit(3)        | integer
            numeric(4, 2) | text
            date          | text
            timestamp     | text
            jsonb         | text
            boolean       | integer
            mood          | text
            s."Dom"       | text
            varchar(5)[]  | text
            _varchar      | text
            interval      | integer
            cidr          | inet
            """)
    void asksHowValuesComeBack(String before, String after) {
        assertThat(change(before, after).inverse().obstacle())
                .isEqualTo(
                        "How the values of the column 'q' come back from %s to %s is not known, and a cast might cut them;"
                                + " give the expression as existingType(type, collation, using).",
                        after, before);
        assertThat(AlterColumn.of(Name.of("t"), "q")
                        .type(type(after))
                        .existingType(type(before), null, "f(q)")
                        .inverse()
                        .operations()
                        .get(0)
                        .statements())
                .containsExactly("ALTER TABLE t ALTER COLUMN q TYPE " + before + " USING f(q)");
    }

    private static AlterColumn change(String before, String after) {
        return AlterColumn.of(Name.of("t"), "q").type(type(after)).existingType(type(before));
    }

    private static AlterColumn using(String before, String after) {
        return AlterColumn.of(Name.of("t"), "q")
                .type(type(after))
                .using("q::" + after)
                .existingType(type(before));
    }

    private static String text(TestDatabase database) {
        return database.jdbc().sql("SELECT q::text FROM t").query(String.class).single();
    }
}
