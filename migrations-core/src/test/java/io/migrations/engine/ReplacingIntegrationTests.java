/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a repeatable script made is made anew where the server does not let it be replaced, and loses nothing. */
@DatabaseTest
class ReplacingIntegrationTests {

    private static final String TOTALS = "repeatable/totals.sql";

    private MigratorFixture fixture;
    private String reader;
    private String owner;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        reader = "reader_" + database.name();
        owner = "owner_" + database.name();
        database.execute("CREATE ROLE %s; CREATE ROLE %s; GRANT ALL ON SCHEMA public TO %2$s".formatted(reader, owner));
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int, amount int); INSERT INTO orders VALUES (1, 2);")
                .script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT amount AS total, id FROM orders;");
    }

    @AfterEach
    void dropRoles() {
        fixture.database.execute("DROP OWNED BY %1$s, %2$s CASCADE; DROP ROLE %1$s, %2$s".formatted(reader, owner));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aViewWithOtherColumnsKeepsItsOwnerPrivilegesAndComments(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");
        fixture.database.execute("""
                ALTER VIEW totals OWNER TO %2$s;
                GRANT SELECT ON totals TO %1$s WITH GRANT OPTION;
                GRANT UPDATE (id) ON totals TO PUBLIC;
                SET ROLE %1$s; GRANT SELECT ON totals TO PUBLIC; RESET ROLE;
                COMMENT ON VIEW totals IS 'it''s all';
                COMMENT ON COLUMN totals.id IS 'which';
                ALTER VIEW totals ALTER COLUMN id SET DEFAULT 7""".formatted(reader, owner));
        List<String> before = state("totals");

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id, amount * 2 AS doubled FROM orders;");
        fixture.migrator().upgrade("head");

        assertThat(columns("totals")).containsExactly("id", "doubled");
        assertThat(state("totals")).containsExactlyElementsOf(before);
        assertThat(before).hasSizeGreaterThan(6);
    }

    @Test
    void whatTheScriptGrantsAndRevokesItselfCounts() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("GRANT SELECT, UPDATE ON totals TO %s".formatted(reader));

        fixture.script(TOTALS, """
                CREATE VIEW totals AS SELECT id FROM orders;
                REVOKE UPDATE ON totals FROM %s;
                GRANT DELETE ON totals TO %1$s;""".formatted(reader));
        fixture.migrator().upgrade("head");

        assertThat(privileges("totals", reader)).containsExactly("DELETE", "SELECT");
    }

    @Test
    void aScriptThatDropsItsViewItselfKeepsThePrivilegesToo() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("GRANT SELECT ON totals TO %s".formatted(reader));

        fixture.script(TOTALS, "DROP VIEW IF EXISTS totals; CREATE VIEW totals AS SELECT id FROM orders;");
        fixture.migrator().upgrade("head");

        assertThat(privileges("totals", reader)).containsExactly("SELECT");
    }

    @Test
    void defaultPrivilegesDoNotWidenWhatIsMadeAnew() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("GRANT DELETE ON totals TO PUBLIC;"
                + " ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO %s".formatted(reader));

        fixture.script(TOTALS, "CREATE VIEW totals AS SELECT id FROM orders;");
        fixture.migrator().upgrade("head");

        assertThat(privileges("totals", reader)).isEmpty();
        assertThat(privileges("totals", "PUBLIC")).containsExactly("DELETE");
    }

    @Test
    void viewsOnTopGiveWayAndComeBackWithTheirs() {
        fixture.script(
                        "repeatable/top.sql",
                        "-- Depends on: totals\nCREATE OR REPLACE VIEW top AS SELECT id FROM totals;")
                .script(
                        "repeatable/a_peak.sql",
                        "-- Depends on: top\nCREATE VIEW peak AS SELECT t.id FROM top t, totals;")
                .migrator()
                .upgrade("head");
        fixture.database.execute("GRANT SELECT ON top, peak TO %s".formatted(reader));

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;");
        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables())
                .extracting(CompletedRepeatable::name)
                .containsExactly("totals", "top", "a_peak");
        assertThat(privileges("top", reader)).containsExactly("SELECT");
        assertThat(privileges("peak", reader)).containsExactly("SELECT");
        assertThat(fixture.migrator().upgrade("head").plan().isEmpty()).isTrue();
    }

    @Test
    void aViewOnTopThatChangesTooIsMadeAsItIsNow() {
        fixture.script("repeatable/zop.sql", "-- Depends on: totals\nCREATE VIEW zop AS SELECT total FROM totals;")
                .migrator()
                .upgrade("head");
        fixture.database.execute("GRANT SELECT ON zop TO %s".formatted(reader));

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;")
                .script("repeatable/zop.sql", "-- Depends on: totals\nCREATE VIEW zop AS SELECT id FROM totals;");
        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables()).extracting(CompletedRepeatable::name).containsExactly("totals", "zop");
        assertThat(privileges("zop", reader)).containsExactly("SELECT");
    }

    @Test
    void aViewOnTopThatNeedsAnotherScriptFirstWaitsForItsTurn() {
        fixture.script("repeatable/zop.sql", "CREATE OR REPLACE VIEW zop AS SELECT total FROM totals;")
                .migrator()
                .upgrade("head");
        fixture.database.execute("GRANT SELECT ON zop TO %s".formatted(reader));

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;")
                .script("repeatable/u.sql", "CREATE FUNCTION u() RETURNS int LANGUAGE sql AS 'SELECT 1';")
                .script("repeatable/zop.sql", "CREATE OR REPLACE VIEW zop AS SELECT id, u() FROM totals;");
        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables()).extracting(CompletedRepeatable::name).containsExactly("totals", "u", "zop");
        assertThat(privileges("zop", reader)).containsExactly("SELECT");
    }

    @Test
    void nothingIsLostWhereAViewOnTopNoLongerWorks() {
        fixture.script(
                        "repeatable/top.sql",
                        "-- Depends on: totals\nCREATE OR REPLACE VIEW top AS SELECT total FROM totals;")
                .migrator()
                .upgrade("head");

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;");
        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("top.sql")
                .withMessageContaining("total");

        assertThat(columns("totals")).containsExactly("total", "id");
        assertThat(columns("top")).containsExactly("total");
    }

    @Test
    void aViewOnTopThatNoScriptMadeIsNamed() {
        fixture.script("002_view.sql", "SELECT 1;").migrator().upgrade("head");
        fixture.database.execute("CREATE VIEW by_hand AS SELECT id FROM totals");

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;");
        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining(
                        "It cannot be replaced, as something depends on it that no repeatable script made:"
                                + " ['view public.by_hand']")
                .satisfies(failed -> assertThat(failed.dependents()).containsExactly("view public.by_hand"));

        assertThat(columns("by_hand")).containsExactly("id");
    }

    @Test
    void aScriptInAnotherFileKeepsWhatItHad() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("GRANT SELECT ON totals TO %s".formatted(reader));

        fixture.without(TOTALS).script("repeatable/reports/totals.sql", "CREATE VIEW totals AS SELECT id FROM orders;");
        fixture.migrator().upgrade("head");

        assertThat(columns("totals")).containsExactly("id");
        assertThat(privileges("totals", reader)).containsExactly("SELECT");
        assertThat(fixture.migrator().status().repeatables())
                .extracting(RepeatableStatus::name)
                .containsExactly("reports/totals");
    }

    @Test
    void aUserWithoutSpecialRightsReplacesWhatIsItsOwn() {
        String user = owner;
        fixture.database.execute("ALTER ROLE %s LOGIN PASSWORD 'secret'".formatted(user));
        var plain = new PGSimpleDataSource();
        plain.setUrl(fixture.database.url());
        plain.setUser(user);
        plain.setPassword("secret");
        fixture.migrator(plain).upgrade("head");
        fixture.database.execute("GRANT SELECT ON totals TO %s WITH GRANT OPTION".formatted(reader));
        List<String> before = state("totals");

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT id FROM orders;");
        fixture.migrator(plain).upgrade("head");

        assertThat(columns("totals")).containsExactly("id");
        assertThat(state("totals")).isEqualTo(before);
    }

    @Test
    void whatNoScriptMadeIsNotDropped() {
        fixture.script(TOTALS, "CREATE OR REPLACE VIEW others AS SELECT 1 AS id;")
                .migrator()
                .upgrade("head");
        fixture.database.execute("CREATE VIEW mine AS SELECT 1 AS id");

        fixture.script(TOTALS, "CREATE VIEW mine AS SELECT 2 AS id;");
        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("42P07"));

        assertThat(columns("mine")).containsExactly("id");
    }

    @Test
    void aMaterializedViewKeepsItsIndexesAndItsRows() {
        String name = "repeatable/sums.sql";
        fixture.script(name, """
                        CREATE MATERIALIZED VIEW sums AS SELECT id, amount FROM orders WITH NO DATA;
                        CREATE UNIQUE INDEX sums_id ON sums (id);
                        REFRESH MATERIALIZED VIEW sums;""").migrator().upgrade("head");
        fixture.database.execute("CREATE INDEX by_hand ON sums (amount); GRANT SELECT ON sums TO %s".formatted(reader));

        fixture.script(name, """
                CREATE MATERIALIZED VIEW sums AS SELECT id, amount, 1 AS one FROM orders WITH NO DATA;
                CREATE UNIQUE INDEX sums_id ON sums (id);""");
        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT indexname FROM pg_indexes WHERE tablename = 'sums' ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("by_hand", "sums_id");
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT one FROM sums")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(privileges("sums", reader)).containsExactly("SELECT");
    }

    @Test
    void aFunctionWithAnotherResultIsMadeAnewUnderTheViewThatUsesIt() {
        fixture.script(
                        "repeatable/a_fee.sql",
                        "CREATE OR REPLACE FUNCTION fee(amount int) RETURNS int LANGUAGE sql AS 'SELECT 1';")
                .script(
                        "repeatable/fees.sql",
                        "-- Depends on: a_fee\nCREATE OR REPLACE VIEW fees AS SELECT fee(amount) FROM orders;")
                .migrator()
                .upgrade("head");
        fixture.database.execute(
                "REVOKE ALL ON FUNCTION fee FROM PUBLIC; GRANT EXECUTE ON FUNCTION fee TO %1$s; GRANT SELECT ON fees TO %1$s;"
                                .formatted(reader)
                        + "CREATE FUNCTION fee(text) RETURNS int LANGUAGE sql AS 'SELECT 2'");

        fixture.script(
                "repeatable/a_fee.sql",
                "CREATE OR REPLACE FUNCTION fee(amount int) RETURNS bigint LANGUAGE sql AS 'SELECT 5';");
        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT fee FROM fees")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT fee('x'::text)")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(privileges("fees", reader)).containsExactly("SELECT");
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT proacl::text FROM pg_proc WHERE oid = 'fee(int)'::regprocedure")
                        .query(String.class)
                        .single())
                .contains(reader + "=X/")
                .doesNotContain("{=X", ",=X");
    }

    @Test
    void aTriggerOnAViewSurvivesItAndItsFunction() {
        String name = "repeatable/edit.sql";
        String function = """
                CREATE OR REPLACE FUNCTION edit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                """;
        fixture.script(name, function + "CREATE OR REPLACE VIEW editable AS SELECT id FROM orders;")
                .migrator()
                .upgrade("head");
        fixture.database.execute(
                "CREATE TRIGGER edits INSTEAD OF INSERT ON editable FOR EACH ROW EXECUTE FUNCTION edit()");

        fixture.script(name, function + "CREATE OR REPLACE VIEW editable AS SELECT amount FROM orders;");
        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT tgname FROM pg_trigger WHERE tgrelid = 'editable'::regclass")
                        .query(String.class)
                        .list())
                .containsExactly("edits");
    }

    private List<String> state(String view) {
        return fixture.database
                .jdbc()
                .sql("""
                        SELECT 'owner ' || relowner::regrole FROM pg_class WHERE oid = ?::regclass
                        UNION ALL SELECT 'acl ' || a FROM pg_class, unnest(relacl) a WHERE oid = ?::regclass
                        UNION ALL SELECT 'column ' || attname || attacl::text FROM pg_attribute WHERE attrelid = ?::regclass AND attacl IS NOT NULL
                        UNION ALL SELECT 'comment ' || description FROM pg_description WHERE objoid = ?::regclass
                        UNION ALL SELECT 'default ' || pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = ?::regclass
                        ORDER BY 1""")
                .params(view, view, view, view, view)
                .query(String.class)
                .list();
    }

    private List<String> columns(String view) {
        return fixture.database
                .jdbc()
                .sql("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 ORDER BY attnum")
                .param(view)
                .query(String.class)
                .list();
    }

    private List<String> privileges(String view, String role) {
        return fixture.database
                .jdbc()
                .sql("""
                        SELECT privilege_type FROM pg_class, aclexplode(relacl)
                         WHERE oid = ?::regclass AND CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END = ?
                         ORDER BY 1""")
                .params(view, role)
                .query(String.class)
                .list();
    }
}
