/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the ends of runs and steps are told, and to whom. */
@DatabaseTest
class ListenersIntegrationTests {

    private final List<String> told = new ArrayList<>();
    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders ();")
                .script("002_more.sql", "SELECT nonsense;");
    }

    private MigrationListener named(String name) {
        return new MigrationListener() {
            @Override
            public void runStarted(Plan plan) {
                told.add(name + " run started");
            }

            @Override
            public void stepCompleted(CompletedStep step) {
                told.add(name + " completed " + step.step());
            }

            @Override
            public void stepFailed(Step step, RuntimeException fault) {
                told.add(name + " failed " + step + " " + fault.getClass().getSimpleName());
            }

            @Override
            public void runCompleted(RunResult result) {
                told.add(name + " run completed " + result.steps().size());
            }

            @Override
            public void runFailed(Plan plan, RuntimeException fault) {
                told.add(name + " run failed " + plan.steps().size());
            }
        };
    }

    @Test
    void severalAreToldInTheOrderTheyCame() {
        fixture.migrator().withListener(named("a")).withListener(named("b")).upgrade("001");

        assertThat(told)
                .containsExactly(
                        "a run started",
                        "b run started",
                        "a completed upgrade 001",
                        "b completed upgrade 001",
                        "a run completed 1",
                        "b run completed 1");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aFailureIsToldOfItsStepAndOfTheRun(LockMode mode) {
        Migrator migrator = fixture.lockMode(mode).migrator().withListener(named("a"));

        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));

        assertThat(told)
                .containsExactly(
                        "a run started",
                        "a completed upgrade 001",
                        "a failed upgrade 002 RevisionFailedException",
                        "a run failed 2");
    }

    @Test
    void aHookOfTheRunFailsTheRunAndNoStep() {
        fixture.script("after_upgrade.sql", "SELECT nonsense;");
        Migrator migrator = fixture.migrator().withListener(named("a"));

        assertThatExceptionOfType(HookFailedException.class).isThrownBy(() -> migrator.upgrade("001"));

        assertThat(told).containsExactly("a run started", "a completed upgrade 001", "a run failed 1");
    }

    @Test
    void atTheEndTheLockIsGivenBack() {
        var asking = new MigrationListener() {
            @Override
            public void runCompleted(RunResult result) {
                told.add(locks());
            }

            @Override
            public void runFailed(Plan plan, RuntimeException fault) {
                told.add(locks());
            }

            private String locks() {
                return fixture.database
                        .jdbc()
                        .sql("SELECT count(*) || ' locks' FROM pg_locks WHERE locktype = 'advisory'"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .query(String.class)
                        .single();
            }
        };
        Migrator migrator = fixture.migrator().withListener(asking);

        migrator.upgrade("001");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));

        assertThat(told).containsExactly("0 locks", "0 locks");
    }
}
