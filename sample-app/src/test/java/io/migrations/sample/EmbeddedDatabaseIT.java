/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The embedded server of the packaged application, shared by processes. */
class EmbeddedDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void commandsSeeTheRunningApplicationsDatabaseAndAKilledOnes() throws Exception {
        try (var application = PackagedApplication.start(directory())) {
            application.awaitUp();
            assertThat(current()).containsExactly("008");
            assertThat(application.get("/orders?notes=margin")).contains("DEMO-1");
            application.kill();
        }

        assertThat(folder.resolve("data/postmaster.pid")).exists();
        assertThat(current()).containsExactly("008");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aCommandStartsAndStopsTheServerItself() {
        assertThat(current()).isEmpty();

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    private List<String> current() {
        CommandRun run = CommandRun.in(folder).run("current", "--json", directory());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json().path("heads").valueStream().map(JsonNode::asString).toList();
    }

    private String directory() {
        return "--sample.database.directory=" + folder;
    }
}
