/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.SpringApplication;

/** The sample at development time, with the tests that run on containers. */
class ContainerDatabaseTests {

    @Test
    @EnabledIfSystemProperty(named = "migrations.test.database", matches = "container")
    void theSampleStartsOnAContainer() {
        try (var context = SpringApplication.from(SampleApplication::main)
                .with(ContainerDatabase.class)
                .run("--sample.database.embedded=false", "--server.port=0")
                .getApplicationContext()) {
            assertThat(context.getBean(Migrator.class).status().databaseHeads()).containsExactly("008");
            assertThat(context.getBeansOfType(EmbeddedServer.class)).isEmpty();
        }
    }
}
