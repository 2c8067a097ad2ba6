/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class PackagedApplicationIT {

    private static final int REVISIONS = 11;
    private static final int REPEATABLE_SCRIPTS = 2;

    @Test
    void migratesAndServes(TestDatabase database) throws Exception {
        try (var application = PackagedApplication.start(PackagedJar.jar(), database)) {
            JsonNode migrations = new JsonMapper().readTree(application.get("/actuator/migrations"));

            assertThat(migrations.findValue("state").asString()).isEqualTo("current");
            assertThat(migrations.findValue("pending").asInt()).isZero();
            assertThat(migrations.findValue("revisions").size()).isEqualTo(REVISIONS);
            assertThat(migrations.findValue("repeatables").size()).isEqualTo(REPEATABLE_SCRIPTS);
            assertThat(application.get("/orders?notes=margin")).contains("DEMO-1");
        }
    }

    @Test
    void fourStartsAtOnceRunEachRevisionOnce(TestDatabase database) {
        List<PackagedApplication> applications = Stream.generate(() -> PackagedApplication.start(database))
                .limit(4)
                .toList();
        try {
            applications.forEach(PackagedApplication::awaitUp);
        } finally {
            applications.forEach(PackagedApplication::close);
        }

        assertThat(journal(database))
                .hasSize(REVISIONS + REPEATABLE_SCRIPTS)
                .allMatch(row -> row.endsWith(" succeeded 1"));
    }

    @Test
    void aStartAfterAKillGoesOnWithinSeconds(TestDatabase database, @TempDir Path folder) throws IOException {
        String locations = "--migrations.locations=classpath:db/migrations,file:" + folder;
        Path script = folder.resolve("900_archive_orders.sql");
        Files.writeString(script, "-- Revises: 008\n\nSELECT pg_sleep(60);\n");
        try (var killed = PackagedApplication.start(database, locations)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> isAsleep(database));
            killed.kill();
        }
        Files.writeString(script, "-- Revises: 008\n\nSELECT pg_sleep(0);\n");

        // The server has to notice that its client is gone, although the statement has most of a minute to go.
        await().atMost(Duration.ofSeconds(10)).until(() -> !isLocked(database));
        try (var next = PackagedApplication.start(database, locations)) {
            next.awaitUp();
        }

        assertThat(journal(database)).contains("900 succeeded 1");
        assertThat(database.jdbc()
                        .sql("SELECT max(lock_wait_ms) FROM migrations_journal WHERE revision = '900'")
                        .query(Integer.class)
                        .single())
                .isLessThan(10_000);
    }

    /** How often each revision ended how. */
    private static List<String> journal(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT revision || ' ' || outcome || ' ' || count(*) FROM migrations_journal"
                        + " WHERE outcome <> 'running' AND revision <> '' GROUP BY revision, outcome")
                .query(String.class)
                .list();
    }

    private static boolean isAsleep(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }

    private static boolean isLocked(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))")
                .query(Boolean.class)
                .single();
    }
}
