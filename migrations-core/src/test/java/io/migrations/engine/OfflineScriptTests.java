/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.revision.InvalidTargetException;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What scripts say, read instead of run. */
class OfflineScriptTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScripts() throws IOException {
        script("001_orders.sql", "-- Upgrade\nCREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;");
        script("002_notes.sql", "GRANT SELECT ON orders TO ${reader};");
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Migrator migrator() {
        var loader = new ScriptLoader(
                List.of("file:" + folder),
                OfflineScriptTests.class.getClassLoader(),
                Placeholders.of(Map.of("reader", "reporting")));
        return new Migrator(
                new NoDatabase(),
                loader,
                MigratorSettings.defaults(),
                Clock.fixed(Instant.parse("2026-03-01T10:00:00.5Z"), ZoneOffset.UTC));
    }

    @Test
    void beginWithWhatTheyDoAndHowToRunThem() {
        assertThat(migrator().upgradeScript(List.of("head")))
                .startsWith("""
                -- Upgrade from base to 002.
                -- Runs 001, 002.
                --
                -- Written by an application without a name at 2026-03-01T10:00:00Z for PostgreSQL 14 and later.
                """)
                .contains("psql -X -d DATABASE -f THIS_FILE");
    }

    @Test
    void runTheStatementsWithPlaceholdersReplacedAndKeepTheTextAsWritten() {
        assertThat(migrator().upgradeScript(List.of("001:head")))
                .contains("-- Upgrade 002 notes (", "\nGRANT SELECT ON orders TO reporting;\n")
                .contains("$upgrade$GRANT SELECT ON orders TO ${reader};$upgrade$")
                .doesNotContain("CREATE TABLE orders");
    }

    @Test
    void startAtBaseUnlessARangeSaysOtherwise() {
        assertThat(migrator().upgradeScript(List.of("001"))).startsWith("-- Upgrade from base to 001.");
        assertThat(migrator().upgradeScript(List.of(":+1"))).startsWith("-- Upgrade from base to 001.");
        assertThat(migrator().upgradeScript(List.of("001:"))).startsWith("-- Upgrade from 001 to 002.");
        assertThat(migrator().downgradeScript("001:-1")).startsWith("-- Downgrade from 001 to base.");
        assertThat(migrator().stampScript(List.of("002:001"))).startsWith("-- Stamp from 002 to 001.");
    }

    @Test
    void ofAWrongWayDoNothing() {
        assertThat(migrator().upgradeScript(List.of("002:001"))).isEqualTo("""
                -- Upgrade from 002 to 002.
                -- There is nothing to do, and this script does nothing.
                \\echo 'Upgrade from 002 to 002: nothing to do'
                """);
    }

    @Test
    void needAnEndWhereNoneGoesWithoutSaying() {
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> migrator().downgradeScript("002:"));
        assertThatExceptionOfType(InvalidTargetException.class)
                .isThrownBy(() -> migrator().upgradeScript(List.of("a:b:c")));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void growNoFasterThanTheirRevisions() throws IOException {
        script("003_many.sql", "INSERT INTO orders VALUES (1);\n".repeat(100_000));
        script("004_outside.sql", "-- Transactional: false\n\n" + "INSERT INTO orders VALUES (1);\n".repeat(10_000));
        script("005_rows.sql", "COPY orders FROM stdin;\n" + "1\n".repeat(300_000) + "\\.\n");

        assertThat(migrator().upgradeScript(List.of("head")).lines()).hasSizeGreaterThan(800_000);
    }
}
