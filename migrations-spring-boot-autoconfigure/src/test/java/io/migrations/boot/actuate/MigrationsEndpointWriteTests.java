/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static io.migrations.boot.actuate.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.migrations.engine.MigrationListener;
import io.migrations.engine.Migrator;
import io.migrations.revision.Plan;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;

/** What the endpoint runs when its access allows writes. */
@DatabaseTest
class MigrationsEndpointWriteTests {

    private static final String WRITES = "management.endpoint.migrations.access=unrestricted";
    private static final String DOWNGRADES = "migrations.endpoint.allow-downgrade=true";

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void aDatabaseGoesUpWithoutABodyAndDownOnceConfirmed(WebApplicationType type, TestDatabase database) {
        try (var shop = RunningShop.start(type, database, Application.class, WRITES, DOWNGRADES)) {
            HttpResponse<String> accepted = shop.post("/upgrade");
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            JsonNode up = shop.awaitEnd(accepted);
            assertThat(up.path("state").asString()).as(up.toString()).isEqualTo("succeeded");
            assertThat(up.path("completed").toString()).isEqualTo("[\"001\",\"002\"]");
            assertThat(up.path("heads").toString()).isEqualTo("[\"002\"]");
            assertThat(up.path("requestedBy").asString()).isEqualTo("anonymous");
            HttpResponse<String> again = shop.post("/upgrade/head");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(json(again).path("state").asString()).isEqualTo("nothing-to-do");

            HttpResponse<String> planned = shop.submit("{'action': 'downgrade', 'target': '001', 'dryRun': true}");
            assertThat(planned.statusCode()).isEqualTo(200);
            assertThat(json(planned).at("/plan/steps/0/revision").asString()).isEqualTo("002");
            assertThat(json(planned).at("/plan/losesData/0").asString()).isEqualTo("002");
            HttpResponse<String> unconfirmed = shop.post("/downgrade/001");
            assertThat(unconfirmed.statusCode()).isEqualTo(422);
            assertThat(json(unconfirmed).path("problem").asString())
                    .isEqualTo("It may lose data: of '002'. Send '\"confirm\": true' to go on.");
            assertThat(database.tables()).contains("orders");
            JsonNode down = shop.awaitEnd(
                    shop.submit("{'action': 'downgrade', 'target': 'base', 'dryRun': false, 'confirm': true}"));
            assertThat(down.path("completed").toString()).isEqualTo("[\"002\",\"001\"]");
            assertThat(database.tables()).doesNotContain("orders");

            JsonNode runs = json(shop.get("/runs")).path("runs");
            assertThat(runs.size()).isEqualTo(2);
            assertThat(runs.path(0).path("action").asString()).isEqualTo("downgrade");
            assertThat(shop.get("/runs/nope").statusCode()).isEqualTo(404);
            assertThat(shop.context().getBean(Audited.class).heard)
                    .extracting(AuditEvent::getType, event -> event.getData().get("outcome"))
                    .contains(tuple("MIGRATION_UPGRADE", "requested"), tuple("MIGRATION_DOWNGRADE", "succeeded"));
        }
    }

    @Test
    void nothingIsWrittenUnlessTheAccessAllowsIt(TestDatabase database) {
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class)) {
            assertThat(shop.post("/upgrade").statusCode()).isEqualTo(405);
            assertThat(shop.submit("{'action': 'upgrade', 'dryRun': false}").statusCode())
                    .isEqualTo(405);
            assertThat(database.tables()).isEmpty();
        }
    }

    @Test
    void whatIsNotAllowedOrMakesNoSenseIsRefused(TestDatabase database) {
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class, WRITES)) {
            assertThat(shop.submit("{'action': 'downgrade', 'target': 'base', 'dryRun': true}")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> downgrade = shop.post("/downgrade/base");
            assertThat(downgrade.statusCode()).isEqualTo(422);
            assertThat(json(downgrade).path("problem").asString()).contains("migrations.endpoint.allow-downgrade");
            assertThat(shop.post("/stamp").statusCode()).isEqualTo(400);
            assertThat(shop.post("/explode").statusCode()).isEqualTo(400);
            HttpResponse<String> other = shop.submit("{'action': 'upgrade', 'dryRun': false, 'migrator': 'other'}");
            assertThat(other.statusCode()).isEqualTo(400);
            assertThat(json(other).path("problem").asString())
                    .isEqualTo("There is no migrator 'other', only 'migrator'.");
            // Whoever misspells it must not run what was only to be looked at.
            assertThat(shop.submit("{'action': 'upgrade', 'dryrun': true}").statusCode())
                    .isEqualTo(400);
            HttpResponse<String> unknown = shop.post("/upgrade/nope");
            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(json(unknown).path("problem").asString()).contains("'nope'");
            assertThat(database.tables()).isEmpty();
        }
    }

    @Test
    void aStampAndARepairAreRunOnceConfirmed(TestDatabase database) {
        try (var shop = RunningShop.start(
                WebApplicationType.SERVLET,
                database,
                Application.class,
                WRITES,
                "management.endpoint.health.show-details=always")) {
            JsonNode stamped = shop.awaitEnd(shop.post("/stamp/001"));
            assertThat(stamped.path("heads").toString()).as(stamped.toString()).isEqualTo("[\"001\"]");
            assertThat(database.tables()).doesNotContain("orders");
            assertThat(Http.get(shop.port(), "/actuator/health/migrations").body())
                    .contains("OUT_OF_SERVICE");
            shop.awaitEnd(shop.post("/stamp/002"));
            assertThat(Http.get(shop.port(), "/actuator/health/migrations").body())
                    .as("a stamp counts at once")
                    .contains("UP");
            shop.awaitEnd(shop.submit("{'action': 'stamp', 'target': '001', 'dryRun': false, 'confirm': true}"));
            assertThat(json(shop.post("/repair")).path("state").asString()).isEqualTo("nothing-to-do");

            database.execute("UPDATE migrations_revision SET checksum = 'v1:other' WHERE revision = '001'");
            HttpResponse<String> edited = shop.post("/upgrade");
            assertThat(edited.statusCode()).isEqualTo(422);
            assertThat(json(edited).path("problem").asString()).contains("a 'repair' would accept");
            HttpResponse<String> unconfirmed = shop.post("/repair");
            assertThat(unconfirmed.statusCode()).isEqualTo(422);
            assertThat(json(unconfirmed).at("/plan/edited/0").asString()).isEqualTo("001");
            JsonNode repaired = shop.awaitEnd(shop.submit("{'action': 'repair', 'dryRun': false, 'confirm': true}"));
            assertThat(repaired.path("state").asString())
                    .as(repaired.toString())
                    .isEqualTo("succeeded");
            assertThat(json(shop.post("/repair")).path("state").asString()).isEqualTo("nothing-to-do");
        }
    }

    @Test
    void whileSomebodyElseMigratesNothingIsStarted(TestDatabase database) {
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class, WRITES)) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            shop.context()
                    .getBean(Migrator.class)
                    .withListener(new MigrationListener() {
                        @Override
                        public void runStarted(Plan plan) {
                            answers.add(shop.submit("{'action': 'upgrade', 'dryRun': true}"));
                            answers.add(shop.post("/upgrade"));
                        }
                    })
                    .upgrade("001");

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 409);
            assertThat(json(answers.get(1)).path("problem").asString()).contains("The migration lock is held by pid ");
            assertThat(shop.awaitEnd(shop.post("/upgrade")).path("state").asString())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void aFailedRunTellsWhy(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class, WRITES)) {
            JsonNode failed = shop.awaitEnd(shop.post("/upgrade"));

            assertThat(failed.path("state").asString()).isEqualTo("failed");
            assertThat(failed.path("problem").asString()).contains("Revision '001' failed");
            assertThat(failed.path("heads").toString()).isEqualTo("[]");
            assertThat(failed.path("targets").toString()).isEqualTo("[\"head\"]");
        }
    }

    @Test
    void theSameIsThereOverJmx(TestDatabase database) throws Exception {
        try (var shop = RunningShop.start(
                WebApplicationType.SERVLET,
                database,
                Application.class,
                WRITES,
                "spring.jmx.enabled=true",
                "spring.jmx.default-domain=endpoint-writes",
                "management.endpoints.jmx.domain=endpoint-writes",
                "management.endpoints.jmx.exposure.include=migrations")) {
            var server = shop.context().getBean(MBeanServer.class);
            var endpoint = new ObjectName("endpoint-writes:type=Endpoint,name=Migrations");
            Object run = server.invoke(endpoint, "runTo", new Object[] {"stamp", "001"}, new String[] {
                "java.lang.String", "java.lang.String"
            });

            assertThat(run).asString().contains("state=running", "action=stamp");
            await().untilAsserted(() -> assertThat(shop.get("").body()).contains("\"database\":[\"001\"]"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Audited.class)
    static class Application {}

    static class Audited {

        private final List<AuditEvent> heard = new ArrayList<>();

        @EventListener
        void hear(AuditApplicationEvent event) {
            heard.add(event.getAuditEvent());
        }
    }
}
