/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody who watches a run is told, and that it depends on nobody who watches. */
@DatabaseTest
class MigrationListenerIntegrationTests {

    private final List<String> told = new ArrayList<>();
    private MigratorFixture fixture;

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void runStarted(Plan plan) {
            told.add("run of " + plan.steps().size());
        }

        @Override
        public void stepStarted(Step step, int index, int total) {
            told.add("%s begins, %d of %d".formatted(step, index, total));
        }

        @Override
        public void stepCompleted(CompletedStep completed) {
            told.add(completed.step() + " is done");
        }

        @Override
        public void waitingForLock(LockHolder holder, Duration waiting) {
            told.add("waiting");
        }

        @Override
        public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
            told.add("%s again, %d of %d".formatted(step, nextAttempt, maxAttempts));
        }
    };

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);")
                .script("002_more.sql", "CREATE TABLE more ();");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void everyStepIsToldWhenItBeginsAndWhenItIsCommitted(LockMode mode) {
        fixture.lockMode(mode).migrator().withListener(listener).upgrade("head");

        assertThat(told)
                .containsExactly(
                        "run of 2",
                        "upgrade 001 begins, 1 of 2",
                        "upgrade 001 is done",
                        "upgrade 002 begins, 2 of 2",
                        "upgrade 002 is done");
    }

    @Test
    void withNothingToDoNothingIsTold() {
        fixture.migrator().upgrade("head");

        fixture.migrator().withListener(listener).upgrade("head");

        assertThat(told).isEmpty();
    }

    @Test
    void anotherTryIsTold() {
        fixture.migrator().upgrade("001");
        fixture.script("002_more.sql", "ALTER TABLE orders ADD n int;");
        var transaction = new OpenTransaction(fixture.database, "LOCK TABLE orders");
        var unlocking = new MigrationListener() {
            @Override
            public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
                listener.retrying(step, nextAttempt, maxAttempts, pause);
                transaction.close();
            }
        };

        fixture.migrator().withListener(unlocking).upgrade("head");

        assertThat(told).containsExactly("upgrade 002 again, 2 of 5");
    }

    @Test
    void whatAListenerThrowsChangesNothing() {
        MigrationListener failing = new MigrationListener() {
            @Override
            public void stepStarted(Step step, int index, int total) {
                throw new IllegalStateException("planned");
            }

            @Override
            public void stepCompleted(CompletedStep step) {
                throw new IllegalStateException("planned");
            }
        };

        fixture.migrator().withListener(failing).upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded");
    }
}
