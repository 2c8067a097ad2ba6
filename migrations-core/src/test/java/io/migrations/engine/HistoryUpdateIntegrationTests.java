/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The history's tables of an earlier version get new columns without making anybody wait for long. */
@DatabaseTest
class HistoryUpdateIntegrationTests {

    private static final String READ = "LOCK TABLE migrations_journal IN ACCESS SHARE MODE";

    private MigratorFixture fixture;

    @BeforeEach
    void makeOldTables(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders ();");
        fixture.migrator().upgrade("head");
        database.execute("ALTER TABLE migrations_journal DROP COLUMN downgrade_checksum");
        fixture.script("002_more.sql", "CREATE TABLE more ();");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aTableThatStaysInUseIsGivenUp(LockMode mode) {
        settings(mode, 2);
        try (var reader = new OpenTransaction(fixture.database, READ)) {
            assertThatExceptionOfType(HistoryLockedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .withMessageContaining("in 2 attempts")
                    .satisfies(fault -> assertThat(fault.holders()).hasSize(1));
        }
        assertThat(fixture.applied()).containsExactly("001");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aTableThatComesFreeIsBroughtUpToDate(LockMode mode) throws Exception {
        settings(mode, 20);
        CompletableFuture<RunResult> run;
        try (var reader = new OpenTransaction(fixture.database, READ)) {
            run = CompletableFuture.supplyAsync(() -> fixture.migrator().upgrade("head"));
            TimeUnit.MILLISECONDS.sleep(700);
            assertThat(run).isNotDone();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).steps()).hasSize(1);
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    private void settings(LockMode mode, int maxAttempts) {
        fixture.settings(MigratorSettings.defaults()
                .but()
                .lockMode(mode)
                .lockWait(Duration.ofSeconds(20))
                .statementLockTimeout(Duration.ofMillis(200))
                .maxAttempts(maxAttempts)
                .build());
    }
}
