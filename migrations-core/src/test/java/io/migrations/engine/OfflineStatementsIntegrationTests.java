/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts run by psql end where the engine does, whatever is in the revisions. */
@DatabaseTest
class OfflineStatementsIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void start(TestDatabase database, @TempDir Path folder) {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
        fixture = new OfflineFixture(database, folder);
    }

    /** Runs everything up and, if so told, down again, here by psql and in another database by the engine. */
    private void assertSameAsTheEngine(boolean thenDown) {
        fixture.runs(fixture.upgrade("heads"));
        try (TestDatabase other = TestDatabase.create()) {
            fixture.engine.migrator(other.dataSource()).upgrade("heads");
            assertSame(other);
            if (thenDown) {
                fixture.runs(fixture.downgrade("heads:base"));
                fixture.engine.migrator(other.dataSource()).downgrade("base");
                assertSame(other);
                assertThat(fixture.engine.applied()).isEmpty();
            }
        }
    }

    private void assertSame(TestDatabase other) {
        assertThat(DatabaseSnapshot.of(fixture.database.jdbc())).isEqualTo(DatabaseSnapshot.of(other.jdbc()));
        assertThat(fixture.engine.migrator().verifyJournal()).matches(JournalVerification::isSound);
    }

    private List<String> column(String sql) {
        return fixture.database.jdbc().sql(sql).query(String.class).list();
    }

    @Test
    void plainStatementsUpAndDown() {
        fixture.script("001_orders.sql", """
                        -- Branch labels: trading

                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY, note text DEFAULT 'it''s \\ here'); -- a comment
                        CREATE INDEX orders_note ON orders (note) /* inside */
                          -- the last line before the semicolon
                          ;
                        -- Downgrade
                        DROP TABLE orders
                        """)
                .script("002_odd_'n'_$HOME.sql", """
                        -- Revision ID: 002
                        -- Description: größe 'n' `date` $HOME :USER

                        -- Upgrade
                        SELECT 1;
                        -- Downgrade
                        """)
                .script("003_b.sql", "-- Revises: 001\n-- Depends on: 002\n\nCREATE VIEW v AS TABLE orders;")
                .script("003_b_rollback.sql", "DROP VIEW v;")
                .script("004_m.sql", "-- Revises: 002, 003\n\n-- Upgrade\n-- Downgrade\n");

        assertSameAsTheEngine(true);
    }

    @Test
    void rowsOfCopy() {
        fixture.script("001_rows.sql", """
                        CREATE TABLE t (id int, note text);
                        COPY t FROM stdin;
                        1\tone; 'quoted $$ -- \\\\ :USER
                        2\t\\N
                        \\.
                        COPY t (note) FROM stdin;
                        \\.
                        """)
                .script("002_crlf.sql", "COPY t FROM stdin;\r\n4\tfour\r\n\\.\r\nINSERT INTO t VALUES (5);\r\n");

        assertSameAsTheEngine(false);
        assertThat(column("SELECT coalesce(note, '(none)') FROM t ORDER BY id"))
                .containsExactly("one; 'quoted $$ -- \\ :USER", "(none)", "four", "(none)");
    }

    @Test
    void rowsInCsvWhereThisPsqlCanSendThem() {
        fixture.script("001_rows.sql", """
                        CREATE TABLE t (note text);
                        COPY t FROM stdin WITH (FORMAT csv);
                        "several
                        lines"
                        \\.
                        """);
        int server = fixture.database
                .jdbc()
                .sql("SELECT current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();

        if (server >= 18 && Psql.version() < 18) {
            Psql.Run run = fixture.run(fixture.upgrade("head"));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.output()).contains("Run it with psql 18 or later");
            assertThat(fixture.database.tables()).isEmpty();
        } else {
            assertSameAsTheEngine(false);
            assertThat(column("SELECT note FROM t")).containsExactly("several\nlines");
        }
    }

    @Test
    void bodiesOfFunctions() {
        fixture.script("001_functions.sql", """
                        CREATE FUNCTION a() RETURNS text LANGUAGE plpgsql AS $body$
                        BEGIN
                          -- it's a comment; with $$ in it

                          RETURN $x$:USER \\echo$x$;
                        END $body$;
                        CREATE FUNCTION b() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;
                        DO $$ BEGIN PERFORM a(); END $$;
                        CREATE PROCEDURE c() LANGUAGE sql AS 'SELECT 1; SELECT ''\\x'';';
                        """);

        assertSameAsTheEngine(false);
        assertThat(column("SELECT a()")).containsExactly(":USER \\echo");
    }

    @Test
    void whatPsqlWouldTakeForItsOwn() {
        fixture.script("001_psql.sql", """
                        CREATE TABLE t ("USER" int, "HOST" int, PORT int, note text);
                        INSERT INTO t (note, PORT) SELECT (array['a', 'b', 'c'])[1:PORT]::text, 2 FROM (VALUES (2)) AS v (PORT);
                        INSERT INTO t (note) VALUES (E'a\\n'
                          'b\\'; \\\\echo'
                          'c');
                        INSERT INTO t (note) VALUES ('\\set x'), (':USER'), ($$\\q$$), (U&'\\0041\\\\'), (' "x" ');
                        """).script("002_strings.sql", """
                        SET standard_conforming_strings = off;
                        INSERT INTO t (note) VALUES ('off: \\'');
                        SET standard_conforming_strings = on;
                        INSERT INTO t (note) VALUES ('on: \\');
                        """);

        assertSameAsTheEngine(false);
        assertThat(column("SELECT note FROM t"))
                .contains("{a,b}", "a\nb'; \\echoc", "\\set x", ":USER", "\\q", "A\\", "off: '", "on: \\");
    }

    @Test
    void namesThatPsqlReplacesInScripts() {
        fixture.script("001_psql.sql", """
                        CREATE TABLE t (port int, "DBNAME" int, note text);
                        INSERT INTO t (note) SELECT x::text
                          FROM (SELECT ('{1,2,3}'::int[])[1:user_port] AS x FROM (VALUES (2)) AS v (user_port)) AS y;
                        """);

        fixture.runs(fixture.upgrade("head"), "-v", "user_port=99");

        assertThat(column("SELECT note FROM t")).containsExactly("{1,2}");
    }

    @Test
    void statementsOutsideATransaction() {
        fixture.script("001_orders.sql", "-- Upgrade\nCREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;")
                .script("002_index.sql", """
                        -- Upgrade
                        CREATE INDEX CONCURRENTLY orders_id ON orders (id);
                        -- Downgrade
                        DROP INDEX CONCURRENTLY orders_id;
                        """)
                .script("003_mixed.sql", """
                        -- Transactional: false

                        -- Upgrade
                        SET work_mem = '1MB';
                        ALTER TABLE orders ADD COLUMN n int;
                        VACUUM orders;
                        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_n ON ONLY public.orders (n);
                        COPY orders FROM stdin;
                        1\t2
                        \\.
                        CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO orders VALUES (3, 4); COMMIT; END $$;
                        CALL p();
                        -- Downgrade
                        DROP PROCEDURE p;
                        ALTER TABLE orders DROP COLUMN n;
                        """);

        assertSameAsTheEngine(true);
    }
}
