/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class RepairCommandIT {

    /** The application's own revisions in Java stay where they are, whatever the location of the scripts. */
    private static final String NO_CLASSES = "--migrations.packages=";

    @Test
    void anEditIsAcceptedOnceItsDifferenceWasShown(TestDatabase database, @TempDir Path folder) throws IOException {
        String locations = "--migrations.locations=file:" + folder;
        Files.writeString(folder.resolve("001_orders.sql"), "CREATE TABLE orders (id int);");
        CommandRun.of(database, "upgrade", locations, NO_CLASSES);
        Files.writeString(folder.resolve("001_orders.sql"), "CREATE TABLE orders (id bigint);");

        CommandRun modified = CommandRun.of(database, "upgrade", locations, NO_CLASSES);
        assertThat(modified.exitCode()).isEqualTo(1);
        assertThat(modified.err()).contains("migrations repair 001");

        CommandRun shown = CommandRun.of(database, "repair", locations, NO_CLASSES);
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err())
                .contains("- CREATE TABLE orders (id int);", "+ CREATE TABLE orders (id bigint);", "'--yes'");
        CommandRun repair = CommandRun.of(database, "repair", "001", "--yes", locations, NO_CLASSES);
        assertThat(repair.exitCode()).as(repair.err()).isZero();
        assertThat(repair.out()).startsWith("Accepted 001 as ");
        assertThat(CommandRun.of(database, "repair", locations, NO_CLASSES).out())
                .isEqualTo("Nothing to repair.\n");
    }

    @Test
    void aRevisionThatStoppedHalfWayNeedsADecision(TestDatabase database, @TempDir Path folder) throws IOException {
        String locations = "--migrations.locations=file:" + folder;
        Files.writeString(
                folder.resolve("001_two.sql"), "-- Transactional: false\nCREATE TABLE orders (id int); SELECT 1/0;");
        CommandRun failed = CommandRun.of(database, "upgrade", locations, NO_CLASSES);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("division by zero");

        CommandRun undecided = CommandRun.of(database, "repair", "--yes", locations, NO_CLASSES);
        assertThat(undecided.exitCode()).isEqualTo(1);
        assertThat(undecided.err()).contains("stopped after 1 statement.", "--as applied", "--as pending");
        assertThat(CommandRun.of(database, "repair", "--as", "nothing", locations, NO_CLASSES)
                        .exitCode())
                .isEqualTo(2);
        CommandRun decided =
                CommandRun.of(database, "repair", "--as", "applied", "--yes", "--json", locations, NO_CLASSES);
        assertThat(decided.exitCode()).as(decided.err()).isZero();
        assertThat(decided.json().path("halfDone")).hasSize(1);
        assertThat(CommandRun.of(database, "upgrade", locations, NO_CLASSES).out())
                .isEqualTo("""
                Nothing to do: the database is at 001.
                """);
    }
}
