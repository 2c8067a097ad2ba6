/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.StartupMode;
import io.migrations.boot.autoconfigure.Instances;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.engine.LockMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations of all pages mean something, and what their pages say. */
class SettingsOfPagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"faq/application.properties", "production/past-the-pooler.properties"})
    void aDatabaseOfItsOwn(String file) {
        MigrationsProperties properties = Settings.of(file).properties();

        assertThat(properties.url()).startsWith("jdbc:postgresql://").endsWith("/shop");
        assertThat(properties.username()).startsWith("shop");
        assertThat(properties.password()).isNotBlank();
    }

    @Test
    void theLockInEachTransaction() {
        assertThat(Settings.of("production/behind-the-pooler.properties")
                        .properties()
                        .lock()
                        .mode())
                .isEqualTo(LockMode.TRANSACTION);
    }

    @Test
    void severalHeads() {
        assertThat(Settings.of("branches/application.properties").properties().target())
                .containsExactly("heads");
    }

    @Test
    void theModelAndWhatIsComparedWithIt() {
        MigrationsProperties.Model model =
                Settings.of("autogenerate/application.properties").properties().model();

        assertThat(model.schema()).containsExactly("classpath:db/schema.sql");
        assertThat(model.include()).hasSize(1);
        assertThat(model.exclude()).hasSize(3);
        assertThat(model.filter()).isNotNull();
    }

    @Test
    void theFolderOfNewRevisions() {
        assertThat(Settings.of("writing-revisions/application.properties")
                        .properties()
                        .command()
                        .directory())
                .isEqualTo("db/src/main/resources/db/migrations");
    }

    @Test
    void theSchemaOfTheHistory() {
        assertThat(Settings.of("production/application.yml").properties().schema())
                .isEqualTo("shop_history");
    }

    @Test
    void severalDatabasesEachWithWhatItDoesNotSayFromAbove() {
        Settings settings = Settings.of("several-databases/application.yml");
        assertThat(settings.properties().instances()).containsOnlyKeys("audit", "shop");

        MigrationsProperties audit =
                Instances.of(settings.environment()).byName().get("audit");

        assertThat(audit.lock().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(audit.startup().mode()).isEqualTo(StartupMode.VALIDATE);
        assertThat(audit.dataSource()).isEqualTo("auditDataSource");
    }
}
