/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are hooks, which are revisions, and which are neither. */
class HookFilesTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRevision() {
        write("001_orders.sql", "CREATE TABLE orders ();");
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private ScriptDirectory load(String... locations) {
        List<String> all = locations.length == 0 ? List.of("file:" + folder) : List.of(locations);
        return new ScriptLoader(all, getClass().getClassLoader(), Placeholders.of(Map.of("x", "y"))).load();
    }

    private ScriptFault onlyFault() {
        var holder = new Object() {
            ScriptFault fault;
        };
        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::load)
                .satisfies(invalid -> {
                    assertThat(invalid.faults()).hasSize(1);
                    holder.fault = invalid.faults().get(0);
                });
        return holder.fault;
    }

    @Test
    void hooksAreInNoGraph() {
        write("before_upgrade.sql", "SELECT 1;");
        write("hooks/before_upgrade.sql", "SELECT ${x};");
        write("after_each_downgrade.sql", "SELECT 2;");

        ScriptDirectory directory = load();

        assertThat(directory.graph().ids()).containsExactly("001");
        assertThat(directory.hooks().at(HookPoint.BEFORE_UPGRADE))
                .extracting(hook -> hook.script().statements().get(0).text())
                .containsExactly("SELECT 1", "SELECT y");
        assertThat(directory.hooks().at(HookPoint.AFTER_EACH_DOWNGRADE)).hasSize(1);
        assertThat(directory.hooks().at(HookPoint.AFTER_UPGRADE)).isEmpty();
    }

    @Test
    void aFolderOfALocationMayBeALocationItself() {
        write("billing/002_bills.sql", "SELECT 1;");
        write("billing/before_upgrade.sql", "SELECT 1;");

        ScriptDirectory directory = load("file:" + folder, "file:" + folder.resolve("billing"));

        assertThat(directory.hooks().all()).hasSize(1);
        assertThat(directory.graph().ids()).containsExactly("001", "002");
    }

    @Test
    void aLocationMayHaveHooksOnly(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("after_upgrade.sql"), "SELECT 1;");

        assertThat(load("file:" + folder, "file:" + other).hooks().all()).hasSize(1);
        assertThatExceptionOfType(NoScriptsFoundException.class).isThrownBy(() -> load("file:" + other));
    }

    @ParameterizedTest
    @CsvSource({
        "befor_upgrade.sql, before_upgrade.sql",
        "beforeUpgrade.sql, before_upgrade.sql",
        "BEFORE_UPGRADE.sql, before_upgrade.sql",
        "after-each-upgrade.sql, after_each_upgrade.sql",
        "after_upgrade_grants.sql, after_upgrade.sql",
        "before_upgrade_rollback.sql, before_upgrade.sql",
        "afterMigrate.sql, after_each_downgrade.sql",
        "beforeEachMigrate__roles.sql, before_upgrade.sql",
        "hooks/grants.sql, before_upgrade.sql",
        "billing/before_upgrade.sql, hooks"
    })
    void whatLooksLikeAHookIsNotReadAsARevision(String name, String advice) {
        write(name, "SELECT 1;");

        assertThat(onlyFault()).satisfies(fault -> {
            assertThat(fault.file()).endsWith(name);
            assertThat(fault.remedy()).contains(advice);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "002_before_upgrade.sql",
                "2_after_upgrade.sql",
                "before_upper.sql",
                "upgrade.sql",
                "afternoon.sql"
            })
    void aRevisionMayHaveASimilarName(String name) {
        write(name, "SELECT 1;");

        assertThat(load().graph().ids()).hasSize(2);
    }

    @Test
    void aFileThatStatesItsIdIsARevision() {
        write("after_upgrade_to_v2.sql", "-- Revision ID: v2\nSELECT 1;");

        assertThat(load().graph().ids()).containsExactlyInAnyOrder("001", "v2");
    }

    @ParameterizedTest
    @CsvSource({
        "'-- nothing', 1, The hook is empty.",
        "'SELECT 1; COMMIT;', 1, 'COMMIT'",
        "'-- Upgrade\nSELECT 1;', 1, marker",
        "'-- Revision ID: 4\nSELECT 1;', 1, 'Revision ID'",
        "'SELECT ''a', 1, never closed",
        "'SELECT 1,\n ${z};', 2, Placeholder 'z'",
        "'-- Transactional: true\nVACUUM;', 2, cannot run inside a transaction"
    })
    void faultsOfAHookNameTheirLine(String text, int line, String message) {
        write("before_upgrade.sql", text);

        assertThat(onlyFault()).satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void aHookAroundEachRevisionNeedsATransaction() {
        write("after_each_upgrade.sql", "SELECT 1;\nVACUUM;");

        assertThat(onlyFault().message()).contains("'VACUUM' cannot run inside one");
    }

    @Test
    void anUndeclaredPlaceholderHasItsColumn() {
        write("002_more.sql", "SELECT 1,\n  ${z};");

        assertThat(onlyFault())
                .hasToString(folder + "/002_more.sql:2:3: Placeholder 'z' is not declared; known are ['x']."
                        + " Declare it, or correct the name.");
    }

    @Test
    void aNewRevisionIsNotCalledLikeAHook() {
        assertThat(FileName.of("{slug}", "ab12", "before upgrade", java.time.Instant.EPOCH))
                .isEqualTo("before_upgrade_ab12.sql");
    }
}
