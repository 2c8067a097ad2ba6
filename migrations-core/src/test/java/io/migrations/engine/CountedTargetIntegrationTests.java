/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

/** A target that counts is counted once, from where the database stands when the run begins. */
@DatabaseTest
class CountedTargetIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder);
        for (int i = 1; i <= 5; i++) {
            fixture.script(
                    "00%d_t.sql".formatted(i), "CREATE TABLE t%1$d ();\n-- Downgrade\nDROP TABLE t%1$d;".formatted(i));
        }
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void twoUpMeansTwo(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("001");

        assertThat(fixture.migrator().upgrade("+2").steps()).hasSize(2);

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(fixture.migrator().upgrade("001+3").steps()).hasSize(1);
        assertThat(fixture.applied()).containsExactly("001", "002", "003", "004");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void twoDownMeansTwo(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");

        assertThat(fixture.migrator().downgrade("-2").steps()).hasSize(2);

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        fixture.migrator().downgrade(fixture.migrator().reviewDowngrade("-2"));
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void whatOthersDidBetweenTwoStepsIsNotDoneAgain() {
        fixture.lockMode(LockMode.TRANSACTION);
        List<String> told = new ArrayList<>();

        List<CompletedStep> steps = fixture.migrator()
                .withListener(after("001", () -> fixture.migrator().upgrade("002"), told))
                .upgrade("+3")
                .steps();

        assertThat(steps).extracting(step -> step.step().revision().id()).containsExactly("001", "003");
        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(told).containsExactly("upgrade 001, 1 of 3", "upgrade 003, 3 of 3");
    }

    @Test
    void anUpgradeEndsWhereOthersTookTheGroundAway() {
        fixture.lockMode(LockMode.TRANSACTION);
        Migrator migrator = fixture.migrator()
                .withListener(after("001", () -> fixture.migrator().downgrade("base"), new ArrayList<>()));

        assertThatExceptionOfType(PlanChangedException.class).isThrownBy(() -> migrator.upgrade("+2"));

        assertThat(fixture.applied()).isEmpty();
    }

    @Test
    void aDowngradeEndsWhereOthersBuiltOnWhatIsLeft() {
        fixture.lockMode(LockMode.TRANSACTION).migrator().upgrade("head");
        Migrator migrator = fixture.migrator()
                .withListener(after("005", () -> fixture.migrator().upgrade("head"), new ArrayList<>()));

        assertThatExceptionOfType(PlanChangedException.class).isThrownBy(() -> migrator.downgrade("-2"));

        assertThat(fixture.applied()).containsExactly("001", "002", "003", "004", "005");
    }

    private static MigrationListener after(String revision, Runnable work, List<String> told) {
        return new MigrationListener() {
            @Override
            public void stepStarted(Step step, int index, int total) {
                told.add("%s, %d of %d".formatted(step, index, total));
            }

            @Override
            public void stepCompleted(CompletedStep completed) {
                if (completed.step().revision().id().equals(revision)) {
                    work.run();
                }
            }
        };
    }
}
