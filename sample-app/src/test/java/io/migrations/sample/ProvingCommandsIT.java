/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** The commands that work in a scratch database, from the packaged application. */
@DatabaseTest
class ProvingCommandsIT {

    @Test
    void everyDowngradeRestoresWhatWasThere(TestDatabase database) {
        CommandRun verify = CommandRun.of(database, "verify");

        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("Each downgrade restores what was there");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aChangeByHandIsNamed(TestDatabase database) {
        assertThat(CommandRun.of(database, "upgrade").exitCode()).isZero();
        CommandRun before = CommandRun.of(database, "drift");
        database.execute("ALTER TABLE orders ADD COLUMN by_hand text");
        CommandRun after = CommandRun.of(database, "drift");

        assertThat(before.exitCode()).as(before.out() + before.err()).isZero();
        assertThat(after.exitCode()).as(after.out() + after.err()).isEqualTo(3);
        assertThat(after.out()).contains("by_hand");
    }
}
