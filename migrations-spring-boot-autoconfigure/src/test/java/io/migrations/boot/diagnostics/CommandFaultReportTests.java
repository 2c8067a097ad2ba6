/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.ReviewedDowngrade;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports about faults that a command meets, and a start hardly ever. */
@DatabaseTest
class CommandFaultReportTests {

    private TestDatabase database;
    private Path folder;

    @BeforeEach
    void upgrade(TestDatabase shared, @TempDir Path scripts) throws IOException {
        database = shared;
        folder = scripts;
        write("001_a.sql", "-- Revision ID: 001\n-- Revises:\n");
        write("002_b.sql", "-- Revision ID: 002\n-- Revises: 001\n");
        migrator(10).upgrade("head");
    }

    private void write(String name, String header) throws IOException {
        Files.writeString(folder.resolve(name), header + "\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 2;\n");
    }

    private Migrator migrator(int maxAttempts) {
        MigratorSettings defaults = MigratorSettings.defaults();
        var settings = defaults.but()
                .statementLockTimeout(Duration.ofMillis(100))
                .maxAttempts(maxAttempts)
                .application(null)
                .applicationVersion(null)
                .build();
        var loader = new ScriptLoader(List.of("file:" + folder), getClass().getClassLoader(), Placeholders.none());
        return new Migrator(database.dataSource(), loader, settings, Clock.systemUTC());
    }

    @Test
    void aMovedRevision() throws IOException {
        write("001_a.sql", "-- Revision ID: 001\n-- Revises: 002\n");
        write("002_b.sql", "-- Revision ID: 002\n-- Revises:\n");

        RuntimeException fault = catchRuntimeException(() -> migrator(10).downgrade("base"));

        FailureAnalysis analysis = new MovedRevisionFailureAnalyzer().analyze(fault);
        assertThat(analysis.getDescription()).contains("would undo '001'", "its script follows", "Nothing was undone");
        assertThat(analysis.getAction()).contains("    migrations repair 002");
    }

    @Test
    void aPlanThatChanged() {
        ReviewedDowngrade shown = migrator(10).reviewDowngrade("base");
        migrator(10).downgrade("001");

        RuntimeException fault = catchRuntimeException(() -> migrator(10).downgrade(shown));

        FailureAnalysis analysis = new PlanChangedFailureAnalyzer().analyze(fault);
        assertThat(analysis.getDescription()).contains("Nothing more was done");
        assertThat(analysis.getAction()).contains("Repeat the command");
    }

    @Test
    void aHistoryInUse() throws Exception {
        database.execute("ALTER TABLE migrations_journal DROP COLUMN downgrade_checksum");
        write("003_c.sql", "-- Revision ID: 003\n-- Revises: 002\n");
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE migrations_journal IN ACCESS SHARE MODE");

            RuntimeException fault = catchRuntimeException(() -> migrator(1).upgrade("head"));

            FailureAnalysis analysis = new HistoryLockedFailureAnalyzer().analyze(fault);
            assertThat(analysis.getDescription()).contains("in one attempt:", "In use by", "No revision was run");
            assertThat(analysis.getAction()).contains("SELECT pg_terminate_backend(");
        }
    }
}
