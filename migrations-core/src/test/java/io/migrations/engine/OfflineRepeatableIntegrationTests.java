/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeatable scripts in a script for psql. */
@DatabaseTest
class OfflineRepeatableIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        assumeTrue(Psql.isInstalled(), "psql 15 or later is on the PATH");
        fixture = new OfflineFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int, amount int);")
                .script(
                        "repeatable/b.sql",
                        "CREATE OR REPLACE FUNCTION b(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';")
                .script(
                        "repeatable/a.sql",
                        "-- Depends on: b\nCREATE OR REPLACE VIEW \"It's\" AS SELECT b(amount) AS b, ':USER' AS u FROM orders;");
    }

    @Test
    void psqlRunsThemAndTheEngineHasNothingToDo() {
        fixture.runs(fixture.upgrade("head"));

        assertThat(fixture.engine.migrator().upgrade("head").plan().isEmpty()).isTrue();
        assertThat(fixture.engine.migrator().verifyJournal()).matches(JournalVerification::isSound);
        assertThat(fixture.engine.journalWords())
                .containsExactly("upgrade 001 succeeded", "repeat b succeeded", "repeat a succeeded");
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT objects[1] FROM migrations_repeatable ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly("public.\"It's\"", "public.b(integer)");
    }

    @Test
    void psqlRunsWhatHasChangedAndWhatDependsOnIt() {
        fixture.engine.migrator().upgrade("head");
        fixture.script(
                        "repeatable/b.sql",
                        "CREATE OR REPLACE FUNCTION b(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';")
                .script("repeatable/c.sql", "CREATE VIEW c AS SELECT 1 AS one;");

        String script = fixture.upgrade("head:head");
        fixture.runs(script);
        fixture.runs(script);

        assertThat(fixture.engine.journalWords())
                .endsWith("repeat b succeeded", "repeat a succeeded", "repeat c succeeded")
                .hasSize(6);
        assertThat(fixture.engine.migrator().upgrade("head").plan().isEmpty()).isTrue();
    }

    @Test
    void whatPsqlRanTheEngineCanMakeAnew() {
        fixture.runs(fixture.upgrade("head"));
        fixture.script(
                "repeatable/b.sql", "CREATE OR REPLACE FUNCTION b(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 2';");

        fixture.engine.migrator().upgrade("head");

        assertThat(fixture.engine.migrator().upgrade("head").plan().isEmpty()).isTrue();
    }

    @Test
    void aPartialUpgradeHasNone() {
        fixture.script("002_more.sql", "SELECT 1;");

        assertThat(fixture.upgrade("001")).doesNotContain("repeat b");
        assertThat(fixture.upgrade("001:head")).contains("repeat b");
    }

    @Test
    void whatHasPrivilegesToGetBackIsLeftToTheEngine() {
        fixture.engine.migrator().upgrade("head");
        fixture.database.execute("DROP VIEW \"It's\"; UPDATE migrations_repeatable SET checksum = NULL, saved ="
                + " '[{\"object\": \"public.\\\"It''s\\\"\", \"last\": false, \"statement\":"
                + " \"GRANT DELETE ON public.\\\"It''s\\\" TO PUBLIC\"}]' WHERE name = 'a'");

        fixture.runs(fixture.upgrade("head:head"));
        assertThat(fixture.engine.migrator().planUpgrade("head").repeatables()).containsExactly("a");
        fixture.engine.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT relacl::text FROM pg_class WHERE relname = 'It''s'")
                        .query(String.class)
                        .single())
                .contains("=d/");
    }

    @Test
    void aScriptThatDropsWhatItMadeIsLeftToTheEngine() {
        String view = "DROP VIEW IF EXISTS c; CREATE VIEW c AS SELECT %s AS one;";
        fixture.script("repeatable/c.sql", view.formatted("1"));
        fixture.runs(fixture.upgrade("head"));
        fixture.database.execute("GRANT DELETE ON c TO PUBLIC");
        fixture.script("repeatable/c.sql", view.formatted("2"));

        String script = fixture.upgrade("head:head");
        fixture.runs(script);
        assertThat(script).contains("repeat c: left to the application");
        assertThat(fixture.engine.migrator().planUpgrade("head").repeatables()).containsExactly("c");
        fixture.engine.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT relacl::text FROM pg_class WHERE relname = 'c'")
                        .query(String.class)
                        .single())
                .contains("=d/");
    }

    @Test
    void aGrantOnAllMakesNoOtherObjectTheScriptsOwn() {
        fixture.script(
                        "001_orders.sql",
                        "CREATE TABLE orders (id int, amount int); CREATE SCHEMA api; CREATE VIEW c AS SELECT 1 AS one;")
                .script(
                        "repeatable/c.sql",
                        "CREATE OR REPLACE VIEW api.c AS SELECT 1 AS one; GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;");

        fixture.runs(fixture.upgrade("head"));

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT array_to_string(objects, ' ') FROM migrations_repeatable WHERE name = 'c'")
                        .query(String.class)
                        .single())
                .isEqualTo("api.c");
    }
}
