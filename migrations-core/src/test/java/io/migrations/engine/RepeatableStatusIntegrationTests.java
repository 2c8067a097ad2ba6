/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status and the log say of repeatable scripts. */
@DatabaseTest
class RepeatableStatusIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);")
                .script("repeatable/good.sql", "CREATE OR REPLACE VIEW good AS SELECT 1 AS one;")
                .script("repeatable/other.sql", "CREATE OR REPLACE VIEW other AS SELECT 1 AS one;");
    }

    @Test
    void beforeTheFirstRunAllArePending() {
        assertThat(states())
                .containsExactly(tuple("good", RepeatableState.PENDING), tuple("other", RepeatableState.PENDING));
    }

    @Test
    void appliedPendingFailedAndUnknown() {
        fixture.migrator().upgrade("head");
        fixture.script("repeatable/good.sql", "SELECT 1 / 0;")
                .script("repeatable/late.sql", "SELECT 1;")
                .without("repeatable/other.sql");
        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));

        assertThat(states())
                .containsExactly(
                        tuple("good", RepeatableState.FAILED),
                        tuple("late", RepeatableState.PENDING),
                        tuple("other", RepeatableState.UNKNOWN));
        MigrationStatus status = fixture.migrator().status();
        assertThat(status.problems()).containsExactly("Repeatable script 'good' failed: division by zero");
        assertThat(status.pending()).isZero();
        assertThat(status.lastRun())
                .satisfies(run -> assertThat(run.action()).isEqualTo("upgrade"))
                .satisfies(run -> assertThat(run.revisions()).isEmpty());
    }

    @Test
    void theLogHasThemAndTheRepairHasNothingToDoWithThem() {
        fixture.migrator().upgrade("head");

        assertThat(fixture.migrator().log())
                .extracting(LogEntry::revision, LogEntry::action, LogEntry::applied)
                .containsExactly(
                        tuple("001", "upgrade", true), tuple("good", "repeat", false), tuple("other", "repeat", false));
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
    }

    @Test
    void aStampLeavesThemToTheNextUpgrade() {
        fixture.migrator().stamp(List.of("head"), false);

        assertThat(states()).extracting(state -> state.toList().get(1)).containsOnly(RepeatableState.PENDING);
        assertThat(fixture.migrator().upgrade("head").repeatables()).hasSize(2);
    }

    private List<Tuple> states() {
        return fixture.migrator().status().repeatables().stream()
                .map(script -> tuple(script.name(), script.state()))
                .toList();
    }
}
