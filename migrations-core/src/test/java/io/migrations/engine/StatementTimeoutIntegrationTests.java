/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class StatementTimeoutIntegrationTests {

    private static final String SLOW = "SELECT pg_sleep(20);";
    private static final String EXPLANATION =
            "longer than statement_timeout, which is 200ms, from the property 'migrations.statement-timeout'";

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", """
                        CREATE TABLE orders (id int);
                        CREATE PROCEDURE slow() LANGUAGE sql AS 'SELECT pg_sleep(20)';
                        """);
        fixture.migrator().upgrade("head");
        fixture.with(settings -> settings.statementTimeout(Duration.ofMillis(200)));
    }

    @Test
    void aStatementOfARevisionIsEndedOnceAndTheFailureSaysByWhat() {
        fixture.script("002_slow.sql", SLOW);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.attempts()).isEqualTo(1);
                    assertThat(failed.failure().sqlState()).isEqualTo("57014");
                    assertThat(failed.failure().explanation()).contains(EXPLANATION);
                });
        assertThat(fixture.journal())
                .last()
                .satisfies(row -> assertThat(row.failure().message()).contains(EXPLANATION));
    }

    @Test
    void soIsOneOutsideATransaction() {
        fixture.script("002_slow.sql", "-- Transactional: false\nINSERT INTO orders VALUES (1); CALL slow();");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.statementsKept()).isEqualTo(1);
                    assertThat(failed.failure().explanation()).contains(EXPLANATION);
                });
    }

    @Test
    void soAreHooks() {
        for (String hook : new String[] {"before_upgrade.sql", "after_each_upgrade.sql"}) {
            fixture.script(hook, SLOW).script("002_more.sql", "CREATE TABLE more (id int);");

            assertThatExceptionOfType(HookFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(
                            failed -> assertThat(failed.failure().explanation()).contains(EXPLANATION));
            fixture.without(hook);
        }
    }

    @Test
    void soIsARepeatableScript() {
        fixture.script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT 1 AS a; " + SLOW);

        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.attempts()).isEqualTo(1);
                    assertThat(failed.failure().explanation()).contains(EXPLANATION);
                });
    }

    @Test
    void soIsARevisionInJava() {
        fixture.revisions(new Slow());

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().explanation()).contains(EXPLANATION));
    }

    @Test
    void withoutTheSettingTheDatabasesOwnHoldsAndIsNamed() {
        fixture.database.execute(
                "ALTER DATABASE %s SET statement_timeout = '150ms'".formatted(fixture.database.name()));
        fixture.with(settings -> settings.statementTimeout(null)).script("002_slow.sql", SLOW);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().explanation())
                        .contains("which is 150ms, from ALTER DATABASE ... SET"));
    }

    @Test
    void zeroLiftsTheDatabasesOwn() {
        fixture.database.execute(
                "ALTER DATABASE %s SET statement_timeout = '400ms'".formatted(fixture.database.name()));
        fixture.with(settings -> settings.statementTimeout(Duration.ZERO))
                .script("002_slow.sql", "SELECT pg_sleep(0.8);")
                .script("003_slow.sql", "-- Transactional: false\nSELECT pg_sleep(0.8); VACUUM orders;");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
    }

    @Test
    void aScriptMaySetItsOwn() {
        fixture.script("002_slow.sql", "SET statement_timeout = 0; SELECT pg_sleep(0.5);")
                .script("003_slow.sql", """
                        -- Transactional: false
                        CREATE PROCEDURE short() LANGUAGE sql AS 'SELECT pg_sleep(0.5)';
                        SET statement_timeout = 0;
                        CALL short();
                        """);

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
    }

    @RevisionHeader(id = "002")
    static final class Slow implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("SELECT pg_sleep(20)").query(row -> {});
        }
    }
}
