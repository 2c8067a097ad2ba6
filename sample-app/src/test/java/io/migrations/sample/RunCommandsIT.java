/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** The commands that change a database, from the packaged application. */
@DatabaseTest
class RunCommandsIT {

    @Test
    void aDatabaseGoesUpAndDownAndTheLogTellsIt(TestDatabase database) {
        CommandRun upgrade = CommandRun.of(database, "upgrade", "001");
        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
        assertThat(upgrade.out())
                .matches("Applied 000 baseline \\(\\d+ ms\\)\nApplied 001 add order notes \\(\\d+ ms\\)\nThe"
                        + " database is at 001\\.\n");
        assertThat(upgrade.err()).contains("Applying 001 add order notes (2 of 2)");

        CommandRun refused = CommandRun.of(database, "downgrade", "-1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("This may lose data:", "001: ALTER TABLE", "'--yes'");
        CommandRun downgrade = CommandRun.of(database, "downgrade", "-1", "--yes", "--json");
        assertThat(downgrade.exitCode()).as(downgrade.err()).isZero();
        assertThat(downgrade.json().path("heads").get(0).asString()).isEqualTo("000");

        CommandRun log = CommandRun.of(database, "log", "--verify", "--json");
        assertThat(log.exitCode()).as(log.err()).isZero();
    }
}
