/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings that the server comes to know while a script runs, as that loads the library they are of. */
@DatabaseTest
class LoadedLibraryIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void inAFunctionsHead(LockMode mode) {
        fixture.lockMode(mode).script("001_f.sql", """
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql SET plpgsql.variable_conflict = 'use_column'
                AS $$ BEGIN RETURN 1; END $$;""");

        assertThatItIsAsBefore("plpgsql.variable_conflict", "error");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void beforeTheFirstFunction(LockMode mode) {
        fixture.lockMode(mode).script("001_f.sql", """
                SET plpgsql.check_asserts = off;
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;""");

        assertThatItIsAsBefore("plpgsql.check_asserts", "on");
    }

    @Test
    void ofALibraryThatTheScriptLoads() {
        fixture.script("001_explain.sql", "LOAD 'auto_explain'; SET auto_explain.log_min_duration = '10s'; SELECT 1;");

        assertThatItIsAsBefore("auto_explain.log_min_duration", "-1");
    }

    @Test
    void whatTheApplicationHadSetBeforeTheLibraryWasLoadedStays() {
        fixture.script("001_f.sql", """
                SET plpgsql.variable_conflict = 'use_column';
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;""");

        try (HikariDataSource pool = pool("SET plpgsql.variable_conflict = 'use_variable'")) {
            fixture.migrator(pool).upgrade("head");

            assertThat(setting(pool, "plpgsql.variable_conflict")).isEqualTo("use_variable");
        }
    }

    @Test
    void whatCannotBePutBackFailsNothingThatIsCommittedAndDoesNotReachThePool() {
        fixture.script("001_f.sql", """
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql SET plpgsql.unheard = 'other'
                AS $$ BEGIN RETURN set_config('plpgsql.unheard', 'x', false); END $$;""");

        try (HikariDataSource pool = pool("SET plpgsql.unheard = 'mine'")) {
            assertThat(fixture.migrator(pool).upgrade("head").steps()).hasSize(1);

            // From version 15 on the prefix is the library's alone then, so only another connection can have it.
            assertThat(setting(pool, "plpgsql.unheard")).isEqualTo("mine");
        }
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded");
    }

    private void assertThatItIsAsBefore(String name, String value) {
        fixture.script("002_more.sql", "CREATE TABLE more (id int);");
        try (HikariDataSource pool = pool("SELECT 1")) {
            int before = process(pool);

            fixture.migrator(pool).upgrade("head");

            assertThat(setting(pool, name)).isEqualTo(value);
            assertThat(process(pool)).isEqualTo(before);
        }
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded");
    }

    private static int process(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("SELECT pg_backend_pid()")
                .query(Integer.class)
                .single();
    }

    private static String setting(HikariDataSource pool, String name) {
        return JdbcClient.create(pool)
                .sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private HikariDataSource pool(String initSql) {
        var config = new HikariConfig();
        config.setJdbcUrl(fixture.database.url());
        config.setUsername(fixture.database.username());
        config.setPassword(fixture.database.password());
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(initSql);
        return new HikariDataSource(config);
    }
}
