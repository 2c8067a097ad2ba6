/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refused statement is let through by exactly what its failure says. */
@DatabaseTest
class MissingRightsIntegrationTests {

    private MigratorFixture fixture;
    private BareUser user;
    private String owner;

    @BeforeEach
    void createOthersTables(TestDatabase database, @TempDir Path folder) {
        user = new BareUser(database, "deployer");
        owner = "owner_" + database.name();
        database.execute("""
                CREATE ROLE %1$s; CREATE SCHEMA app; CREATE SCHEMA history AUTHORIZATION %2$s;
                CREATE TABLE app.orders (id serial PRIMARY KEY, n int); CREATE TABLE app.notes (id int, n int);
                CREATE TABLE app.mine (id int); ALTER TABLE app.mine OWNER TO %2$s;
                CREATE TABLE app.theirs (id int); ALTER TABLE app.theirs OWNER TO %1$s;
                CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON FUNCTION app.f FROM PUBLIC;
                CREATE TYPE app.mood AS ENUM ('good'); REVOKE ALL ON TYPE app.mood FROM PUBLIC;
                CREATE VIEW app.totals AS SELECT sum(n) FROM app.orders;
                CREATE FUNCTION app.hidden() RETURNS bigint LANGUAGE plpgsql
                    AS 'BEGIN RETURN (SELECT count(*) FROM app.notes); END';
                GRANT USAGE ON SCHEMA app TO %2$s;
                REVOKE ALL ON DATABASE %3$s FROM PUBLIC; GRANT CONNECT ON DATABASE %3$s TO %2$s""".formatted(owner, user.name(), database.name()));
        fixture = new MigratorFixture(database, folder);
        fixture.with(settings -> settings.tables(settings.build().tables().in("history")));
    }

    @AfterEach
    void dropRoles() {
        user.close();
        fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(owner));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE app.new (id int) | GRANT CREATE ON SCHEMA app",
                "CREATE VIEW app.v AS SELECT 1 AS a | GRANT CREATE ON SCHEMA app",
                "SELECT * FROM app.orders | GRANT SELECT ON TABLE app.orders",
                "SELECT * FROM app.totals | GRANT SELECT ON TABLE app.totals",
                "INSERT INTO app.notes SELECT 1, 2 | GRANT INSERT ON TABLE app.notes",
                "INSERT INTO app.notes SELECT id FROM app.orders | GRANT INSERT ON TABLE app.notes; GRANT SELECT ON TABLE app.orders",
                "UPDATE app.notes SET n = 1 WHERE id = 1 | GRANT UPDATE, SELECT ON TABLE app.notes",
                "DELETE FROM app.notes WHERE id = 1 | GRANT DELETE, SELECT ON TABLE app.notes",
                "TRUNCATE app.notes | GRANT TRUNCATE ON TABLE app.notes",
                "TRUNCATE TABLE ONLY app.notes | GRANT TRUNCATE ON TABLE app.notes",
                "ALTER TABLE app.mine ADD FOREIGN KEY (id) REFERENCES app.orders | GRANT REFERENCES ON TABLE app.orders",
                "DO $$ BEGIN DELETE FROM app.notes; END $$ | GRANT DELETE ON TABLE app.notes",
                "ALTER TABLE app.theirs ADD n int | GRANT owner",
                "DROP TABLE app.theirs | GRANT owner",
                "COMMENT ON TABLE app.theirs IS 'x' | GRANT owner",
                "ALTER TABLE app.notes ADD m int | ALTER TABLE app.notes OWNER",
                "SELECT app.f() | GRANT EXECUTE ON FUNCTION app.f()",
                "CREATE TABLE history.t (m app.mood) | GRANT USAGE ON TYPE app.mood",
                "SELECT nextval('app.orders_id_seq') | GRANT USAGE ON SEQUENCE app.orders_id_seq",
                "CREATE SCHEMA more | GRANT CREATE ON DATABASE",
                "CREATE TEMP TABLE t (id int) | GRANT TEMPORARY ON DATABASE",
                "SELECT app.hidden() | GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.notes"
            })
    void theRemedyHelps(String statement, String expected) {
        fixture.script("001_refused.sql", statement + ";");

        RevisionFailedException failed = catchThrowableOfType(
                RevisionFailedException.class,
                () -> fixture.migrator(user.dataSource()).upgrade("head"));

        assertThat(failed.failure().sqlState()).isEqualTo("42501");
        String[] parts =
                expected.replace("GRANT owner", "GRANT \"" + owner + "\"").split("; ");
        assertThat(failed.failure().remedies()).hasSameSizeAs(parts);
        for (int i = 0; i < parts.length; i++) {
            assertThat(failed.failure().remedies().get(i)).startsWith(parts[i]).endsWith("TO \"" + user.name() + "\";");
        }
        failed.failure().remedies().forEach(fixture.database::execute);
        fixture.migrator(user.dataSource()).upgrade("head");
    }

    @Test
    void aSchemaThatMayNotBeUsed() {
        fixture.database.execute("REVOKE USAGE ON SCHEMA app FROM " + user.name());
        fixture.script("001_refused.sql", "INSERT INTO app.mine VALUES (1);");

        RevisionFailedException failed = catchThrowableOfType(
                RevisionFailedException.class,
                () -> fixture.migrator(user.dataSource()).upgrade("head"));

        assertThat(failed.failure().remedies())
                .containsExactly("GRANT USAGE ON SCHEMA app TO \"%s\";".formatted(user.name()));
        failed.failure().remedies().forEach(fixture.database::execute);
        fixture.migrator(user.dataSource()).upgrade("head");
        assertThat(fixture.journal().get(0).failure().message()).contains("To allow it: GRANT USAGE ON SCHEMA app");
    }

    @Test
    void anIndexOnATableOfAnother() {
        fixture.script("001_refused.sql", "CREATE INDEX ON app.theirs (id);");

        RevisionFailedException failed = catchThrowableOfType(
                RevisionFailedException.class,
                () -> fixture.migrator(user.dataSource()).upgrade("head"));

        failed.failure().remedies().forEach(fixture.database::execute);
        fixture.migrator(user.dataSource()).upgrade("head");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE between_%1$s; GRANT postgres TO between_%1$s; GRANT between_%1$s TO %1$s",
                "ALTER ROLE %1$s CREATEROLE",
                "ALTER ROLE %1$s REPLICATION",
                "ALTER ROLE %1$s BYPASSRLS",
                "GRANT pg_execute_server_program TO %1$s"
            })
    void nobodyGetsMoreThanTheObjectOfAnOwnerThatMayDoMore(String power) {
        fixture.database.execute(power.formatted(owner));
        try {
            fixture.script("001_refused.sql", "ALTER TABLE app.theirs ADD n int;");

            RevisionFailedException failed = catchThrowableOfType(
                    RevisionFailedException.class,
                    () -> fixture.migrator(user.dataSource()).upgrade("head"));

            assertThat(failed.failure().remedies())
                    .containsExactly("ALTER TABLE app.theirs OWNER TO \"%s\";".formatted(user.name()));
            failed.failure().remedies().forEach(fixture.database::execute);
            fixture.migrator(user.dataSource()).upgrade("head");
        } finally {
            fixture.database.execute("DROP ROLE IF EXISTS between_" + owner);
        }
    }

    @Test
    void aPredefinedRoleIsGivenToNobody() {
        fixture.database.execute("ALTER TABLE app.theirs OWNER TO pg_monitor");
        fixture.script("001_refused.sql", "ALTER TABLE app.theirs ADD n int;");

        RevisionFailedException failed = catchThrowableOfType(
                RevisionFailedException.class,
                () -> fixture.migrator(user.dataSource()).upgrade("head"));

        assertThat(failed.failure().remedies()).isEmpty();
    }
}
