/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.engine.NotCurrentException;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.io.ClassPathResource;

/** What a start does, and says in the log. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class StartupModeTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class));

    @Test
    void aSecondStartSendsExactlyOneStatement(TestDatabase database) {
        with(database).run(context -> assertThat(context).hasNotFailed());
        var recording = new RecordingDataSource(database.dataSource());

        runner.withBean(DataSource.class, () -> recording)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(recording.statements()).singleElement().asString().contains("migrations_revision");
    }

    @Test
    void modeValidateFailsUnlessCurrent(TestDatabase database) {
        with(database)
                .withPropertyValues("migrations.startup.mode=validate")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(NotCurrentException.class));
        with(database).run(context -> assertThat(context).hasNotFailed());
        with(database)
                .withPropertyValues("migrations.startup.mode=validate")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void modeWaitWaitsForAnotherProcess(TestDatabase database, CapturedOutput output) {
        var other = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
            }
            with(database).run(context -> {});
        });
        other.start();
        with(database)
                .withPropertyValues("migrations.startup.mode=wait")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("checked in");
    }

    @Test
    void modeOffKeepsTheMigratorAndLeavesTheDatabaseAlone(TestDatabase database, CapturedOutput output) {
        with(database).withPropertyValues("migrations.startup.mode=off").run(context -> {
            assertThat(context).hasSingleBean(Migrator.class);
            assertThat(database.tables()).isEmpty();
        });
        assertThat(lines(output)).singleElement().asString().contains("the startup mode is 'off'");
    }

    /** As with beans that were decided on ahead of time. */
    @Test
    void whatIsSwitchedOffAtRunTimeLeavesTheDatabaseAlone(TestDatabase database) {
        with(database)
                .withInitializer(context -> context.addBeanFactoryPostProcessor(beans ->
                        TestPropertyValues.of("migrations.enabled=false").applyTo(context)))
                .run(context -> {
                    assertThat(context).hasSingleBean(Migrator.class);
                    assertThat(database.tables()).isEmpty();
                });
    }

    @Test
    void warnsOfTheRevisionsOfANewerBuild(TestDatabase database, @TempDir Path folder, CapturedOutput output)
            throws IOException {
        with(database).run(context -> {});
        String first = "001_create_orders.sql";
        Files.write(folder.resolve(first), new ClassPathResource("db/migrations/" + first).getContentAsByteArray());

        with(database)
                .withPropertyValues("migrations.locations=file:" + folder)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output)).element(1).asString().contains("is ahead, heads [001]; nothing to apply");
        assertThat(lines(output))
                .last()
                .asString()
                .contains("WARN", database.name() + " is ahead of this build, which does not know [002]");
    }

    @Test
    void aScriptThatSlipsInBetweenAppliedOnesIsWarnedOfOnce(
            TestDatabase database, @TempDir Path folder, CapturedOutput output) throws IOException {
        for (String script : List.of("001_one.sql", "002_two.sql")) {
            Files.writeString(folder.resolve(script), "SELECT 1;\n-- Downgrade\n");
        }
        ApplicationContextRunner application = with(database).withPropertyValues("migrations.locations=file:" + folder);
        application.run(context -> assertThat(context).hasNotFailed());
        for (String script : List.of("001_x_late.sql", "003_three.sql", "004_four.sql")) {
            Files.writeString(
                    folder.resolve(script), "-- Revision ID: %s\n\nSELECT 2;\n".formatted(script.substring(0, 5)));
        }

        application.run(context -> assertThat(context).hasNotFailed());

        assertThat(output.getAll().lines().filter(line -> line.contains("Revision '002' was applied after")))
                .hasSize(1);
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains(" i.m.b")).toList();
    }
}
