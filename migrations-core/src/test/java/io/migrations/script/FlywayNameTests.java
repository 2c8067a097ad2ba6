/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.Revision;
import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that brings along the files of Flyway. */
class FlywayNameTests {

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private ScriptDirectory load() {
        return new ScriptLoader(List.of("file:" + folder), getClass().getClassLoader(), Placeholders.none()).load();
    }

    @Test
    void versionsFollowEachOtherAsTheyDoThere() throws IOException {
        for (String name : List.of("V1__b.sql", "V1.1__a.sql", "V1.10__c.sql", "V1.2__d.sql", "V2__a.sql")) {
            write(name, "SELECT 1;");
        }

        assertThat(load().graph().revisions())
                .extracting(Revision::id)
                .containsExactly("V1", "V1.1", "V1.2", "V1.10", "V2");
    }

    @Test
    void undoAndRepeatableScriptsAreNotTakenForRevisions() throws IOException {
        write("V1__create_orders.sql", "CREATE TABLE orders ();");
        write("U1__create_orders.sql", "DROP TABLE orders;");
        write("R__totals.sql", "CREATE VIEW totals AS SELECT 1;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::load)
                .withMessageContaining("'U1__create_orders.sql' is named as Flyway names the undo script of another."
                        + " Name it 'V1__create_orders_rollback.sql'")
                .withMessageContaining("'R__totals.sql' is named as Flyway names a repeatable script."
                        + " Move it into the folder 'repeatable'");

        write("U1__create_orders.sql", "-- Revision ID: u1\n-- Revises: V1\nDROP TABLE orders;");
        write("R__totals.sql", "-- Revision ID: r\n-- Revises: u1\nSELECT 1;");
        assertThat(load().graph().ids()).containsExactlyInAnyOrder("V1", "u1", "r");
    }
}
