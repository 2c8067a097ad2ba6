/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ScratchDatabaseIntegrationTests {

    private static List<String> databases(TestDatabase database) {
        return new ScratchFixture(database, Path.of("")).scratchDatabases();
    }

    private static ScratchSource beside(TestDatabase database) {
        return ScratchSource.beside(database.url(), database.username(), database.password());
    }

    @Test
    void isLikeTheApplicationsOwnAndGoneOnceItIsClosed(TestDatabase application) {
        application.execute("ALTER DATABASE %s SET search_path = shop, public".formatted(application.name()));
        application.execute("ALTER DATABASE %s SET statement_timeout = '7s'".formatted(application.name()));
        String traits = "SELECT encoding || datcollate || datctype || to_jsonb(d)::text ~ 'datlocprovider'"
                + " FROM pg_database d WHERE datname = current_database()";
        try (ScratchDatabase one = beside(application).open(null);
                ScratchDatabase two = beside(application).open(null)) {
            JdbcClient jdbc = JdbcClient.create(one.dataSource());
            assertThat(databases(application)).contains(one.name(), two.name());
            assertThat(jdbc.sql("SHOW search_path").query(String.class).single())
                    .isEqualTo("shop, public");
            assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single())
                    .isEqualTo("7s");
            assertThat(jdbc.sql(traits).query(String.class).single())
                    .isEqualTo(
                            application.jdbc().sql(traits).query(String.class).single());

            jdbc.sql("CREATE TABLE public.thing (id int)").update();
            one.clear();
            assertThat(jdbc.sql("SELECT to_regclass('public.thing')")
                            .query((row, number) -> String.valueOf(row.getString(1)))
                            .single())
                    .isEqualTo("null");
            assertThat(databases(application)).contains(one.name(), two.name());
        }
        assertThat(databases(application)).isEmpty();
        assertThat(application.tables()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftGoesAtTheNextUseAndWhatALivingOneHasStays(TestDatabase application)
            throws IOException, InterruptedException {
        Process process = ScratchProcess.start(application);
        try (ScratchDatabase living = beside(application).open(null)) {
            assertThat(process.inputReader().readLine()).isIn(databases(application));
            assertThat(databases(application)).hasSize(2);
            process.destroyForcibly().waitFor();
            try (ScratchDatabase next = openOnceTheServerNoticed(application, living)) {
                assertThat(databases(application)).containsExactlyInAnyOrder(living.name(), next.name());
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(databases(application)).isEmpty();
    }

    /** It learns of the death when it next reads from the socket, which is at once but not before. */
    private static ScratchDatabase openOnceTheServerNoticed(TestDatabase application, ScratchDatabase living)
            throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            ScratchDatabase next = beside(application).open(null);
            if (databases(application).size() == 2) {
                return next;
            }
            next.close();
            Thread.sleep(100);
        }
        throw new AssertionError("still there besides '%s': %s".formatted(living.name(), databases(application)));
    }

    @Test
    void aUserWithoutTheRightIsToldWhatToDo(TestDatabase application) {
        String user = "nobody_" + application.name();
        application.execute("CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(user));
        try {
            assertThatExceptionOfType(ScratchRefusedException.class)
                    .isThrownBy(() ->
                            ScratchSource.beside(application.url(), user, "x").open(null))
                    .satisfies(refused -> {
                        assertThat(refused.user()).isEqualTo(user);
                        assertThat(refused.remedies()).containsExactly("ALTER ROLE \"%s\" CREATEDB;".formatted(user));
                        assertThat(refused).hasMessageContaining("migrations.scratch.url");
                    });

            // The role may what the user may not, and the other way round.
            String role = "owner_" + application.name();
            application.execute("CREATE ROLE %s CREATEDB".formatted(role));
            application.execute("GRANT %s TO %s".formatted(role, user));
            assertOwned(application, user, role);
            application.execute("ALTER ROLE %s NOCREATEDB".formatted(role));
            application.execute("ALTER ROLE %s CREATEDB".formatted(user));
            assertOwned(application, user, role);
            application.execute("ALTER ROLE %s NOINHERIT".formatted(user));
            assertOwned(application, user, role);
            application.execute("DROP ROLE " + role);
        } finally {
            application.execute("DROP ROLE " + user);
        }
    }

    private static void assertOwned(TestDatabase application, String user, String role) {
        try (ScratchDatabase scratch =
                ScratchSource.beside(application.url(), user, "x").open(role)) {
            assertThat(application
                            .jdbc()
                            .sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?")
                            .param(scratch.name())
                            .query(String.class)
                            .single())
                    .isEqualTo(role);
            scratch.clear();
        }
        assertThat(databases(application)).isEmpty();
    }

    @Test
    void aGivenDatabaseIsEmptyAgainAfterwards(TestDatabase given) throws Exception {
        ScratchSource source =
                ScratchSource.given(given.url(), given.username(), given.password(), Duration.ofMillis(300));
        given.execute("COMMENT ON DATABASE %s IS 'the team''s scratch'".formatted(given.name()));
        String publicSchema = publicSchema(given);
        for (boolean killed : new boolean[] {false, true}) {
            Process process = killed ? ScratchProcess.startIn(given) : null;
            if (process != null) {
                process.inputReader().readLine();
                process.destroyForcibly().waitFor();
                assertThat(objects(given)).hasSizeGreaterThan(8);
            }
            try (ScratchDatabase scratch = source.open(null)) {
                assertThat(objects(given)).isEmpty();
                ScratchProcess.fill(scratch);
                assertThatExceptionOfType(ScratchInUseException.class).isThrownBy(() -> source.open(null));
                scratch.clear();
                ScratchProcess.fill(scratch);
            }
            assertThat(objects(given)).isEmpty();
            assertThat(publicSchema(given)).isEqualTo(publicSchema);
            assertThat(given.jdbc()
                            .sql(
                                    "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()")
                            .query(String.class)
                            .single())
                    .isEqualTo("the team's scratch");
        }
    }

    private static List<String> objects(TestDatabase database) {
        try (ScratchSession session = ScratchSession.open(database.dataSource())) {
            return new DatabaseContent(session).objects();
        }
    }

    private static String publicSchema(TestDatabase database) {
        return database.jdbc()
                .sql(
                        "SELECT nspowner::regrole || ' ' || nspacl::text || obj_description(oid) FROM pg_namespace WHERE nspname = 'public'")
                .query(String.class)
                .single();
    }

    @Test
    void aGivenDatabaseWithSomethingOfOthersIsLeftAlone(TestDatabase given) {
        given.execute("CREATE TABLE orders (id int PRIMARY KEY)");
        given.execute("CREATE TYPE mood AS ENUM ('good')");
        assertThatExceptionOfType(ScratchNotEmptyException.class)
                .isThrownBy(() -> ScratchSource.given(given.url(), given.username(), given.password())
                        .open(null))
                .satisfies(refused -> {
                    assertThat(refused.database()).isEqualTo(given.name());
                    assertThat(refused.objects()).containsExactly("table orders", "type mood");
                })
                .withMessage(
                        "Database '%s' is no scratch database: it holds table orders, type mood. Let 'migrations.scratch.url' name an empty one.",
                        given.name());
        assertThat(given.tables()).containsExactly("orders");
    }

    @Test
    void theDatabaseToMigrateIsNoScratchDatabaseHoweverItIsSpelled(TestDatabase live) {
        live.execute("CREATE TABLE orders (id int)");
        live.execute(
                "COMMENT ON DATABASE %s IS 'Scratch work of migrations goes on here. null'".formatted(live.name()));
        String otherwise = live.url().replace("localhost", "127.0.0.1");

        assertThatExceptionOfType(ScratchMisledException.class)
                .isThrownBy(() -> ScratchSource.given(otherwise, live.username(), live.password())
                        .apartFrom(live.dataSource())
                        .open(null))
                .withMessageContaining("That is the database to migrate");
        assertThat(live.tables()).containsExactly("orders");
    }

    @Test
    void aDatabaseThatADeadProcessLeftAndOthersUseSinceIsLeftAlone(TestDatabase given) throws SQLException {
        given.execute("CREATE TABLE orders (id int)");
        given.execute(
                "COMMENT ON DATABASE %s IS 'Scratch work of migrations goes on here. null'".formatted(given.name()));
        ScratchSource source = ScratchSource.given(given.url(), given.username(), given.password());
        try (Connection others = given.dataSource().getConnection()) {
            assertThatExceptionOfType(ScratchNotEmptyException.class).isThrownBy(() -> source.open(null));
        }
        assertThat(given.tables()).containsExactly("orders");
    }

    @Test
    void aUrlThatLeadsToAnotherDatabaseThanTheMadeOneIsFoundOut(TestDatabase live) {
        live.execute("CREATE TABLE orders (id int)");
        ScratchSource source =
                ScratchSource.beside(live.url() + "?PGDBNAME=" + live.name(), live.username(), live.password());
        try (ScratchDatabase scratch = source.open(null)) {
            assertThatExceptionOfType(ScratchMisledException.class)
                    .isThrownBy(() -> scratch.dataSource().getConnection())
                    .satisfies(misled -> assertThat(misled.actual()).isEqualTo(live.name()));
        }
        assertThat(live.tables()).containsExactly("orders");
    }

    @Test
    void largeObjectsOfOthersCount(TestDatabase given) {
        given.jdbc().sql("SELECT lo_create(42)").query(Integer.class).single();
        assertThatExceptionOfType(ScratchNotEmptyException.class)
                .isThrownBy(() -> ScratchSource.given(given.url(), given.username(), given.password())
                        .open(null));
        assertThat(given.jdbc()
                        .sql("SELECT count(*) FROM pg_largeobject_metadata")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aGivenDatabaseBelongsToItsUser(TestDatabase given) {
        String user = "tenant_" + given.name();
        given.execute("CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(user));
        try {
            ScratchSource source = ScratchSource.given(given.url(), user, "x");
            assertThatExceptionOfType(ScratchRefusedException.class)
                    .isThrownBy(() -> source.open(null))
                    .satisfies(refused -> refused.remedies().forEach(given::execute));
            try (ScratchDatabase scratch = source.open(null)) {
                JdbcClient.create(scratch.dataSource())
                        .sql("CREATE TABLE t (id int)")
                        .update();
            }
            assertThat(given.tables()).isEmpty();
        } finally {
            given.execute("REASSIGN OWNED BY %s TO postgres".formatted(user));
            given.execute("DROP ROLE " + user);
        }
    }
}
