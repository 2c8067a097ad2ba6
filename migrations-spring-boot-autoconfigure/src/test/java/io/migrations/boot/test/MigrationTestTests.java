/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import io.migrations.test.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationTestTests {

    private static final String REST = "repeatable scripts and rows";

    @Test
    void aRevisionFailsWithWhatIsWrongWithItAndWhatStandsOnItIsAborted() {
        ExecutedTests tests = ExecutedTests.of(Broken.class);

        assertThat(tests.outcomes())
                .containsExactly(
                        Map.entry("001", SUCCESSFUL),
                        Map.entry("002", FAILED),
                        Map.entry("003", FAILED),
                        Map.entry("004", ABORTED),
                        Map.entry(REST, SUCCESSFUL));
        assertThat(tests.failure("002"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The downgrade of revision '002' does not restore what was there:")
                .hasMessageContaining("note");
        assertThat(tests.failure("003"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The upgrade of revision '003' fails.")
                .hasMessageContaining("42601");
        assertThat(tests.failure("004")).isInstanceOf(TestAbortedException.class);
    }

    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.locations=classpath:roundtrips/broken")
    static class Broken {

        @MigrationTest
        void roundTrip() {}
    }

    @Test
    void rowsHaveToSurvive() {
        ExecutedTests tests = ExecutedTests.of(Lossy.class);

        assertThat(tests.outcomes())
                .containsExactly(Map.entry("001", SUCCESSFUL), Map.entry("002", FAILED), Map.entry(REST, SUCCESSFUL));
        assertThat(tests.failure("002"))
                .hasMessageStartingWith("After the downgrade of revision '002', rows are not what they were:")
                .hasMessageContaining("a long note");
    }

    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.locations=classpath:roundtrips/lossy")
    static class Lossy {

        @MigrationTest(data = "classpath:roundtrips/rows.sql")
        void roundTrip() {}
    }

    @Test
    void whatIsUpToTheStartIsAppliedAndNotTried() {
        assertThat(ExecutedTests.of(AboveTheBaseline.class).outcomes())
                .containsExactly(Map.entry("002", SUCCESSFUL), Map.entry(REST, SUCCESSFUL));
        assertThat(ExecutedTests.of(WithTheBaseline.class).outcomes())
                .containsExactly(Map.entry("001", FAILED), Map.entry(REST, SUCCESSFUL));
    }

    @SpringBootTest(
            classes = OrdersApplication.class,
            properties = "migrations.locations=classpath:roundtrips/baseline")
    static class AboveTheBaseline {

        @MigrationTest(from = "001")
        void roundTrip() {}
    }

    @SpringBootTest(
            classes = OrdersApplication.class,
            properties = "migrations.locations=classpath:roundtrips/baseline")
    static class WithTheBaseline {

        @MigrationTest(to = "001")
        void roundTrip() {}
    }

    @Test
    void aMissingDowngradeIsAFaultWhereOneIsRequired() {
        ExecutedTests tests = ExecutedTests.of(Required.class);

        assertThat(tests.outcomes()).containsEntry("002 (no downgrade)", FAILED);
        assertThat(tests.failure("002 (no downgrade)")).hasMessage("Revision '002' has no downgrade.");
    }

    @SpringBootTest(classes = OrdersApplication.class)
    static class Required {

        @MigrationTest(requireDowngrades = true)
        void roundTrip() {}
    }

    @Test
    void theApplicationsDatabaseIsLeftAloneAndItsRunnersDoNotRun() {
        assertThat(ExecutedTests.of(Running.class).outcomes()).containsEntry(REST, SUCCESSFUL);
        assertThat(JdbcClient.create(PostgresServer.shared().dataSource("postgres"))
                        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @SpringBootTest(classes = {OrdersApplication.class, Running.class})
    static class Running {

        @Bean
        ApplicationRunner reader(JdbcClient jdbc) {
            return arguments -> jdbc.sql("SELECT * FROM orders").query().listOfRows();
        }

        @MigrationTest
        void roundTrip() {}
    }

    @Test
    void whatIsWrongWithItsUseIsSaid() {
        assertThat(ExecutedTests.of(WithoutRows.class).failure("roundTrip()"))
                .isInstanceOf(InvalidMigrationTestException.class)
                .hasMessage(
                        "The @MigrationTest 'WithoutRows.roundTrip' cannot run: 'classpath:none.sql' cannot be read. Correct 'data'.");
        assertThat(ExecutedTests.of(Misnamed.class).failure("roundTrip()"))
                .hasMessage(
                        "The @MigrationTest 'Misnamed.roundTrip' cannot run: there is no migrator 'audit', only 'migrator'. Correct 'instance'.");
        assertThat(ExecutedTests.of(Disabled.class).failure("roundTrip()"))
                .hasMessageContaining("its application context has no migrator");
    }

    @SpringBootTest(classes = OrdersApplication.class)
    static class WithoutRows {

        @MigrationTest(data = "classpath:none.sql")
        void roundTrip() {}
    }

    @SpringBootTest(classes = OrdersApplication.class)
    static class Misnamed {

        @MigrationTest(instance = "audit")
        void roundTrip() {}
    }

    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.enabled=false")
    static class Disabled {

        @MigrationTest
        void roundTrip() {}
    }

    @Test
    void oneOfSeveralDatabasesIsNamed() {
        assertThat(ExecutedTests.of(OfSeveral.class).outcomes())
                .containsExactly(
                        Map.entry("001", SUCCESSFUL), Map.entry("002", SUCCESSFUL), Map.entry(REST, SUCCESSFUL));
    }

    @SpringBootTest(
            classes = OrdersApplication.class,
            properties = {
                "migrations.instances.shop.schema=shop",
                "migrations.instances.lossy.locations=classpath:roundtrips/lossy"
            })
    static class OfSeveral {

        @MigrationTest(instance = "lossy")
        void roundTrip() {}
    }
}
