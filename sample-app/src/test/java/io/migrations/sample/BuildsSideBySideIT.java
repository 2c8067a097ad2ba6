/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two builds of the application on one database: a rolling deployment, a rollback, and branches that meet too late. */
@DatabaseTest
class BuildsSideBySideIT {

    private static final Map<String, String> NEWER =
            Map.of("009_add_order_channel.sql", """
            -- Revises: 008
            -- Upgrade
            ALTER TABLE orders ADD COLUMN channel text;
            -- Downgrade
            ALTER TABLE orders DROP COLUMN channel;
            """, "repeatable/position_cost.sql", """
            CREATE OR REPLACE FUNCTION position_cost(quantity numeric, average_price numeric) RETURNS numeric
            LANGUAGE sql IMMUTABLE
            AS $$ SELECT round(quantity * average_price, 4) $$;
            """);

    private static final String BRANCH = """
            -- Revises: 008
            -- Upgrade
            ALTER TABLE orders ADD COLUMN desk text;
            """;

    @TempDir
    Path folder;

    @Test
    void anOlderBuildServesBesideANewerOneStartsAfterItAndTakesItBack(TestDatabase database) throws Exception {
        Path newer = PackagedJar.build(folder.resolve("newer.jar"), NEWER);
        try (var old = PackagedApplication.start(database)) {
            assertThat(migrations(old).findValue("state").asString()).isEqualTo("current");
            try (var application = PackagedApplication.start(newer, database)) {
                while (!application.isUp()) {
                    assertThat(old.get("/orders")).contains("DEMO-1");
                }
                assertThat(migrations(application).findValue("state").asString())
                        .isEqualTo("current");
            }
            assertThat(old.get("/orders")).contains("DEMO-1");
            assertThat(migrations(old).findValue("state").asString()).isEqualTo("ahead");
            assertThat(old.log()).doesNotContain("ERROR", "is ahead of this build");
        }

        try (var restarted = PackagedApplication.start(database)) {
            assertThat(restarted.get("/orders")).contains("DEMO-1");
            assertThat(restarted.log()).containsPattern("WARN .*is ahead of this build, which does not know \\[009]");
            JsonNode migrations = migrations(restarted);
            assertThat(migrations.findValue("state").asString()).isEqualTo("ahead");
            assertThat(migrations.findValue("heads").path("database").get(0).asString())
                    .isEqualTo("009");
            assertThat(migrations.findValue("problems").toString()).contains("009");
            assertThat(new JsonMapper()
                            .readTree(restarted.get("/actuator/migrations/009"))
                            .findValue("state")
                            .asString())
                    .isEqualTo("unknown");
        }
        assertThat(positionCost(database)).as("the newer build's scripts stay").contains("4");
        rollBack(database);
    }

    /** With the jar that never had the revision. */
    private static void rollBack(TestDatabase database) {
        CommandRun downgrade = CommandRun.of(database, "downgrade", "008", "--yes");
        assertThat(downgrade.exitCode()).as(downgrade.err()).isZero();
        assertThat(downgrade.out()).contains("Downgraded 009 add order channel", "The database is at 008");
        assertThat(CommandRun.of(database, "current", "--check-heads").exitCode())
                .isZero();
    }

    @Test
    void aBranchThatLacksWhatIsAppliedIsRefusedUntilItIsMerged(TestDatabase database) throws Exception {
        Path newer = PackagedJar.build(folder.resolve("newer.jar"), NEWER);
        Path branch = PackagedJar.build(folder.resolve("branch.jar"), Map.of("010_add_order_desk.sql", BRANCH));
        Path merged = PackagedJar.build(
                folder.resolve("merged.jar"),
                Map.of(
                        "009_add_order_channel.sql",
                        NEWER.get("009_add_order_channel.sql"),
                        "010_add_order_desk.sql",
                        BRANCH,
                        "011_merge_desk.sql",
                        "-- Revises: 009, 010\n"));
        CommandRun upgrade = new CommandRun.Setting()
                .on(database)
                .jvm(List.of("-jar", newer.toString()))
                .run("upgrade");
        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();

        assertThat(refused(branch, database)).contains("APPLICATION FAILED TO START", "009", "010");
        try (var off = PackagedApplication.start(branch, database, "--migrations.startup.mode=off")) {
            assertThat(migrations(off).findValue("state").asString()).isEqualTo("diverged");
        }
        assertThat(columns(database)).contains("channel").doesNotContain("desk");

        try (var application = PackagedApplication.start(merged, database)) {
            assertThat(migrations(application).findValue("state").asString()).isEqualTo("current");
        }
        assertThat(columns(database)).contains("channel", "desk");
    }

    private static String refused(Path jar, TestDatabase database) {
        try (var application = PackagedApplication.start(jar, database)) {
            return application.awaitRefused();
        }
    }

    private static JsonNode migrations(PackagedApplication application) throws IOException, InterruptedException {
        return new JsonMapper().readTree(application.get("/actuator/migrations"));
    }

    private static String positionCost(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT prosrc FROM pg_proc WHERE proname = 'position_cost'")
                .query(String.class)
                .single();
    }

    private static List<String> columns(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND NOT attisdropped")
                .query(String.class)
                .list();
    }
}
