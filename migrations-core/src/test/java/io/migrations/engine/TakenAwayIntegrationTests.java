/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision itself takes away of what repeatable scripts made comes back, and comes back as it was. */
@DatabaseTest
class TakenAwayIntegrationTests {

    private static final String TOTALS = "repeatable/totals.sql";
    private static final String VIEW = "CREATE OR REPLACE VIEW totals AS SELECT amount AS total FROM orders;";

    private MigratorFixture fixture;
    private String reader;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        reader = "reader_" + database.name();
        database.execute("CREATE ROLE " + reader);
        fixture = new MigratorFixture(database, folder)
                .script(
                        "001_orders.sql",
                        "-- Upgrade\nCREATE TABLE orders (id int, amount int);\n-- Downgrade\nDROP TABLE orders CASCADE;")
                .script(TOTALS, VIEW);
        fixture.migrator().upgrade("head");
        database.execute("GRANT SELECT ON totals TO " + reader);
    }

    @AfterEach
    void dropRole() {
        fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(reader));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aViewThatADowngradeTakesWithItsTableComesBackWithTheTable(LockMode mode) {
        fixture.lockMode(mode).migrator().downgrade("base");
        assertThat(word("SELECT coalesce(to_regclass('totals')::text, 'gone')")).isEqualTo("gone");

        fixture.migrator().upgrade("head");

        assertThatTheReaderReads();
        assertThat(fixture.migrator().planUpgrade("head").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- Transactional: false\n"})
    void aViewThatAnUpgradeDropsComesBackAtItsEnd(String header) {
        fixture.script(
                "002_widen.sql", header + "DROP VIEW totals; ALTER TABLE orders ALTER COLUMN amount TYPE bigint;");

        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables()).extracting(CompletedRepeatable::name).containsExactly("totals");
        assertThatTheReaderReads();
    }

    @Test
    void aViewThatTheRevisionMakesAnewItselfIsTheRevisionsBusiness() {
        fixture.script("002_same.sql", "DROP VIEW totals; CREATE VIEW totals AS SELECT 1 AS total;");

        assertThat(fixture.migrator().upgrade("head").repeatables()).isEmpty();
    }

    @Test
    void aDatabaseWithoutRepeatableScriptsIsAskedOnceInARun() {
        fixture.migrator().downgrade("base");
        fixture.database.execute("TRUNCATE migrations_repeatable");
        fixture.script("002.sql", "SELECT 2;").script("003.sql", "SELECT 3;").without(TOTALS);

        try (var watched = new CountingDataSource(fixture.database.dataSource())) {
            fixture.migrator(watched).upgrade("head");

            assertThat(watched.statements())
                    .filteredOn(statement -> statement.contains("migrations_repeatable"))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void whatARevisionSetsDoesNotHoldForViewsThatAreMadeAnewAfterIt() {
        fixture.script(
                TOTALS,
                VIEW + "CREATE TABLE IF NOT EXISTS seen (timeout text); INSERT INTO seen VALUES"
                        + " (current_setting('lock_timeout'));");
        fixture.migrator().upgrade("head");
        fixture.script("002_widen.sql", "SET search_path = public; ALTER TABLE orders ALTER amount TYPE bigint;");

        fixture.migrator().upgrade("head");

        assertThat(word("SELECT string_agg(timeout, ' ') FROM seen")).isEqualTo("2s 2s");
    }

    @Test
    void whatAScriptSetsDoesNotHoldForWhatItIsGivenBack() {
        fixture.script("repeatable/m.sql", "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one, 2 AS two WITH NO DATA;");
        fixture.migrator().upgrade("head");
        fixture.database.execute("REFRESH MATERIALIZED VIEW m");
        fixture.script(
                "repeatable/m.sql",
                "SET work_mem = '5MB'; CREATE MATERIALIZED VIEW m AS SELECT current_setting('lock_timeout') AS one WITH NO DATA;");

        fixture.migrator().upgrade("head");

        assertThat(word("SELECT one FROM m")).isEqualTo("2s");
    }

    @Test
    void aFileIsRenamedInTheReleaseThatChangesTheColumn() {
        fixture.without(TOTALS)
                .script(
                        "repeatable/views/totals.sql",
                        "CREATE OR REPLACE VIEW totals AS SELECT quantity AS total FROM orders;")
                .script("002_rename.sql", "ALTER TABLE orders DROP COLUMN amount, ADD COLUMN quantity int;");

        fixture.migrator().upgrade("head");

        assertThatTheReaderReads();
        assertThat(word("SELECT string_agg(name, ' ') FROM migrations_repeatable"))
                .isEqualTo("views/totals");
    }

    @Test
    void aHookAfterTheRevisionSeesTheViewsThatGaveWayToIt() {
        fixture.script("002_widen.sql", "ALTER TABLE orders ALTER COLUMN amount TYPE bigint;")
                .script("hooks/after_each_upgrade.sql", "SELECT count(*) FROM totals;");

        fixture.migrator().upgrade("head");

        assertThatTheReaderReads();
    }

    private void assertThatTheReaderReads() {
        assertThat(word("SELECT has_table_privilege('" + reader + "', 'totals', 'SELECT')::text"))
                .isEqualTo("true");
    }

    private String word(String query) {
        return fixture.database.jdbc().sql(query).query(String.class).single();
    }
}
