/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigrationsInitializer;
import io.migrations.boot.actuate.MigrationsEndpoint;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What every test slice with a database must do; a subclass for each slice says no more than which. */
@AutoConfigureTestDatabase(replace = Replace.NONE)
@TestPropertySource(properties = "management.endpoints.web.exposure.include=migrations")
@DirtiesContext
abstract class SliceDatabase {

    private static TestDatabase database;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        database = TestDatabase.create();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void migratesAndHasNoEndpoint() {
        assertThat(context.getBeansOfType(MigrationsInitializer.class)).hasSize(1);
        assertThat(context.getBeansOfType(MigrationsEndpoint.class)).isEmpty();
        assertThat(database.tables()).contains("orders");
    }
}
