/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class InterruptionTests {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process can only be killed there")
    void endsACommandAtOnce() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepingApplication.class.getName(),
                        "migrations",
                        "heads")
                .start();
        try (var err = process.errorReader()) {
            assertThat(err.lines().anyMatch("asleep"::equals)).isTrue();

            // Not of the process itself, which would close the streams, too.
            process.toHandle().destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(err.lines()).anyMatch(line -> line.startsWith("Interrupted."));
            assertThat(process.inputReader().lines()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    static class SleepingApplication {

        public static void main(String[] arguments) {
            SpringApplication.run(SleepingApplication.class, arguments);
        }

        @Bean
        Migrator migrator() throws InterruptedException {
            System.out.println("asleep");
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            throw new IllegalStateException("Nobody interrupted");
        }
    }
}
