/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for psql, run by psql. */
@DatabaseTest
class OfflineScriptIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void start(TestDatabase database, @TempDir Path folder) {
        assumeThat(Psql.isInstalled()).as("psql is on the PATH").isTrue();
        fixture = new OfflineFixture(database, folder)
                .script("001_create_orders.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int);
                        -- Downgrade
                        DROP TABLE orders;
                        """)
                .script("002_add_notes.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD COLUMN notes text DEFAULT 'it''s \\ here';
                        -- Downgrade
                        ALTER TABLE orders DROP COLUMN notes;
                        """);
    }

    @Test
    void theEngineFindsTheDatabaseCurrentAfterwards() {
        fixture.runs(fixture.upgrade(List.of(), "head"));

        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        assertThat(fixture.engine.migrator().planUpgrade("head").steps()).isEmpty();
        assertThat(fixture.engine.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded");
    }
}
