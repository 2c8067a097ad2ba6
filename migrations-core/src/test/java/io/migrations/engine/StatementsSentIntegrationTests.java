/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run costs the server, counted by the server itself. */
@DatabaseTest
class StatementsSentIntegrationTests {

    @Test
    void withNothingPendingOneQueryIsSentAndNothingIsWritten(TestDatabase database, @TempDir Path folder) {
        var fixture = new MigratorFixture(database, folder).script("001_a.sql", "CREATE TABLE a (id int);");
        fixture.migrator().upgrade("head");
        String before = fingerprint(database);

        try (var watched = new CountingDataSource(database.dataSource())) {
            fixture.migrator(watched).upgrade("head");

            assertThat(watched.statements()).singleElement().asString().startsWith("SELECT applied.*");
            assertThat(watched.transactions()).isZero();
        }
        assertThat(fingerprint(database)).isEqualTo(before);
    }

    private static String fingerprint(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT (SELECT count(*) FROM migrations_journal) || ' ' || (SELECT max(xmin::text) FROM"
                        + " migrations_revision)")
                .query(String.class)
                .single();
    }
}
