/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableScriptTests {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ScriptDirectory load(Map<String, String> placeholders) {
        return new ScriptLoader(
                        List.of("file:" + folder),
                        RepeatableScriptTests.class.getClassLoader(),
                        Placeholders.of(placeholders))
                .load();
    }

    private List<String> faults() {
        return catchThrowableOfType(InvalidScriptsException.class, () -> load(Map.of())).faults().stream()
                .map(fault ->
                        "%s:%d %s".formatted(folder.relativize(Path.of(fault.file())), fault.line(), fault.message()))
                .toList();
    }

    @Test
    void everyFileBelowTheFolderIsOneAndNoRevision() throws IOException {
        write("001_orders.sql", "CREATE TABLE orders ();");
        write("repeatable/totals.sql", """
                -- Depends on: reports/daily, helper
                -- Description: What was ordered
                CREATE VIEW totals AS SELECT 1;""");
        write("repeatable/reports/daily.sql", "SELECT 1;");
        write("repeatable/helper.sql", "SELECT ${two};");
        write("billing/repeatable/002_no.sql", "SELECT 1;");

        ScriptDirectory directory = load(Map.of("two", "2"));

        assertThat(directory.graph().ids()).containsExactlyInAnyOrder("001", "002");
        assertThat(directory.repeatables())
                .extracting(RepeatableScript::name)
                .containsExactly("helper", "reports/daily", "totals");
        RepeatableScript totals = directory.findRepeatable("totals").orElseThrow();
        assertThat(totals.description()).isEqualTo("What was ordered");
        assertThat(totals.dependencies()).containsExactly("reports/daily", "helper");
        assertThat(directory.findRepeatable("helper").orElseThrow().script().statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.text()).isEqualTo("SELECT 2"));
    }

    @Test
    void allThatIsWrongIsReportedAtOnceWithWhatIsWrongInRevisions() throws IOException {
        write("001_empty.sql", "");
        write("repeatable/a.sql", "-- Depends on: nothing\nSELECT 1;");
        write("repeatable/b.sql", "-- Revises: 001\n-- Depends on: c\nSELECT 1;");
        write("repeatable/c.sql", "-- Depends on: b\nSELECT 1;");
        write("repeatable/d.sql", "-- none");
        write("repeatable/e.sql", "-- Upgrade\nSELECT 1;\nCOMMIT;\nVACUUM;");
        write("repeatable/f_rollback.sql", "SELECT 1;");

        assertThat(faults())
                .containsExactly(
                        "001_empty.sql:1 The upgrade is empty.",
                        "repeatable/a.sql:1 The repeatable script 'a' depends on 'nothing', and there is no such repeatable"
                                + " script.",
                        "repeatable/b.sql:1 'Revises' in a repeatable script.",
                        "repeatable/b.sql:2 The repeatable scripts depend on each other in a circle: 'b' -> 'c'.",
                        "repeatable/d.sql:1 The repeatable script is empty.",
                        "repeatable/e.sql:1 '-- Upgrade' in a repeatable script, which has one direction.",
                        "repeatable/e.sql:3 'COMMIT' in a script: the engine begins and ends the transaction.",
                        "repeatable/e.sql:4 'VACUUM' cannot run inside a transaction, and a repeatable script always does.",
                        "repeatable/f_rollback.sql:1 A rollback file of a repeatable script: there is no way back from one.");
    }

    @Test
    void anUnfinishedOneKeepsNobodyFromWritingARevision() throws IOException {
        write("001_orders.sql", "CREATE TABLE orders ();");
        write("repeatable/a.sql", "");
        var settings = new AuthoringSettings(
                folder,
                List.of("file:" + folder),
                null,
                AuthoringSettings.DEFAULT_FILE_NAME,
                RepeatableScriptTests.class.getClassLoader(),
                JavaRevisions.none());

        assertThat(SourceTree.read(settings, null).graph().ids()).containsExactly("001");
    }

    @Test
    void twoOfOneNameAreRefused(@TempDir Path other) throws IOException {
        write("repeatable/a.sql", "SELECT 1;");
        Files.createDirectories(other.resolve("repeatable"));
        Files.writeString(other.resolve("repeatable/a.sql"), "SELECT 2;");
        var loader = new ScriptLoader(
                List.of("file:" + folder, "file:" + other),
                RepeatableScriptTests.class.getClassLoader(),
                Placeholders.none());

        assertThat(catchThrowableOfType(InvalidScriptsException.class, loader::load)
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).startsWith("The repeatable script 'a' is there twice"));
    }
}
