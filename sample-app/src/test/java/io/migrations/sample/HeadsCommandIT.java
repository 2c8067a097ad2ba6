/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class HeadsCommandIT {

    @Test
    void printsTheHeadsAndLeavesTheDatabaseAlone(TestDatabase database) {
        CommandRun run = CommandRun.of(database, "heads");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("008 (billing) (head)\n");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void printsJson(TestDatabase database) {
        CommandRun run = CommandRun.of(database, "heads", "--json");

        assertThat(run.json().path("heads").get(0).asString()).isEqualTo("008");
    }
}
