/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say of a build alone; no database answers here. */
class BuildCommandsTests {

    @TempDir
    private Path folder;

    private CommandLineFixture commands;

    @BeforeEach
    void aBranchThatIsMerged() {
        commands = CommandLineFixture.offline(folder)
                .script("001_accounts.sql", "-- Create Date: 2024-10-15", "", "-- Upgrade", "SELECT 1;")
                .script("002_orders.sql", "-- Upgrade", "SELECT 2;", "-- Downgrade", "SELECT -2;")
                .script(
                        "b1_billing.sql",
                        "-- Revision ID: b1",
                        "-- Revises: 001",
                        "-- Branch labels: billing",
                        "",
                        "SELECT 3;")
                .script("m_merge.sql", "-- Revision ID: m", "-- Revises: 002, b1", "", "-- Upgrade")
                .script("x_reports.sql", "-- Revision ID: x", "-- Revises:", "-- Depends on: 002", "", "SELECT 5;")
                .script("y_more.sql", "-- Revision ID: y", "-- Revises: m", "-- Depends on: x", "", "SELECT 6;");
    }

    @Test
    void headsAreShownWithTheirLabels() {
        CommandLineFixture.Result heads = commands.run("heads");

        assertThat(heads.exitCode()).isZero();
        assertThat(heads.lines()).containsExactlyInAnyOrder("y (billing) (head)", "x (effective head)");
        assertThat(commands.run("heads", "--resolve-dependencies").lines()).containsExactly("y (billing) (head)");
    }

    @Test
    void headsAsJsonAreIdsAndRevisions() {
        CommandLineFixture.Result heads = commands.run("heads", "--resolve-dependencies", "--json");

        assertThat(heads.json()).containsEntry("heads", List.of("y"));
        assertThat(heads.revisions("dependencies")).containsExactly(List.of("x"));
        assertThat(heads.revisions("state")).containsExactly("absent");
    }

    @Test
    void historyIsNewestFirstInAlembicsFormat() {
        assertThat(commands.run("history").lines())
                .containsExactly(
                        "m (x) -> y (billing) (head), more",
                        "<base> (002) -> x (effective head), reports",
                        "002, b1 -> m (billing) (mergepoint), merge",
                        "001 -> b1 (billing), billing",
                        "001 -> 002, orders",
                        "<base> -> 001 (branchpoint), accounts");
    }

    @Test
    void historyOfARangeHasBothEnds() {
        assertThat(commands.run("history", "-r", "b1:m").lines())
                .containsExactly("002, b1 -> m (billing) (mergepoint), merge", "001 -> b1 (billing), billing");
    }

    @Test
    void aRangeThatIsNoneIsWrongUsage() {
        CommandLineFixture.Result result = commands.run("history", "-r", "b1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("'b1' is no range; write 'from:to'");
    }

    @Test
    void anUnknownRevisionOfARangeFails() {
        CommandLineFixture.Result result = commands.run("history", "-r", "zzzz:");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("zzzz");
    }

    @Test
    void branchesAreShownWithWhatTheyBranchInto() {
        CommandLineFixture.Result branches = commands.run("branches");

        assertThat(branches.lines())
                .containsExactly("001 (branchpoint), accounts", "    -> 002, orders", "    -> b1 (billing), billing");
        assertThat(commands.run("branches", "--json").json())
                .extractingByKey("branches")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("id", "001")
                .containsKey("children");
    }

    @Test
    void anEntryHasALineForEachThing() {
        assertThat(commands.run("show", "001", "--offline").lines())
                .containsExactly(
                        "Revision:       001 (branchpoint)",
                        "Description:    accounts",
                        "Parent:         <base>",
                        "Branches into:  002, b1",
                        "File:           %s/001_accounts.sql".formatted(folder),
                        "Create date:    2024-10-15",
                        "Reversible:     no",
                        "Transactional:  yes",
                        "Checksum:       v1:32779664576a50e942...");
    }

    @Test
    void showWithoutADatabaseTellsWhatTheBuildKnows() {
        CommandLineFixture.Result result = commands.run("show", "m");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Merges:         002, b1");
        assertThat(result.err()).contains("Note: this is what the build knows.").contains("no database is there");
    }

    @Test
    void showPrintsTheTexts() {
        assertThat(commands.run("show", "002", "--sql", "--offline").out()).isEqualToNormalizingNewlines("""
                        -- Revision 002: orders

                        -- Upgrade
                        SELECT 2;

                        -- Downgrade
                        SELECT -2;
                        """);
        assertThat(commands.run("show", "b1", "--sql", "--offline", "--json").revisions("downgrade"))
                .containsExactly("absent");
    }

    @Test
    void showOfBaseFails() {
        assertThat(commands.run("show", "base", "--offline").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void theGraphIsDrawnWithLabelsAndDependencies() {
        assertThat(commands.run("graph").out()).isEqualToNormalizingNewlines("""
                * y (billing) (head) (depends on x) more
                *   m (billing) merge
                |\\
                | * b1 (billing) billing
                | | * x (effective head) (depends on 002) reports
                * | 002 orders
                |/
                * 001 accounts
                """);
    }

    @Test
    void theGraphInMermaidDashesDependencies() {
        assertThat(commands.run("graph", "--format", "mermaid").lines())
                .startsWith("flowchart BT", "    r0[\"001<br/>accounts\"]")
                .contains("    r3[\"m (billing)<br/>merge\"]", "    r1 --> r3", "    r1 -.-> r4");
    }

    @Test
    void theGraphInDotDashesDependencies() {
        assertThat(commands.run("graph", "--format=dot").lines())
                .startsWith("digraph revisions {", "    rankdir=BT;", "    node [shape=box];")
                .contains(
                        "    \"m\" [label=\"m (billing)\\nmerge\"];",
                        "    \"002\" -> \"m\";",
                        "    \"002\" -> \"x\" [style=dashed];")
                .endsWith("}");
    }

    @Test
    void checkFindsSeveralHeadsWhereTheTargetMeansOne() {
        CommandLineFixture.Result result = commands.run("check", "--offline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(result.out()).contains("2 heads").contains("migrations merge");
        assertThat(commands.target("heads").run("check", "--offline").exitCode())
                .isZero();
    }

    @Test
    void checkNeedsADatabaseUnlessToldOtherwise() {
        CommandLineFixture.Result result = commands.run("check");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("no database is there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads",
                "heads -v",
                "history",
                "history -v",
                "branches -v",
                "show z --offline",
                "branches",
                "graph",
                "check --offline"
            })
    void everyLineFitsATerminal(String line) {
        commands.script(
                "z_" + "more_words_".repeat(15) + ".sql",
                "-- Revision ID: z",
                "-- Revises: m",
                "-- Depends on: x",
                "-- Branch labels: a_long_label",
                "",
                "SELECT 6;");

        assertThat(commands.run(line.split(" ", -1)).lines())
                .allMatch(text -> text.length() <= Layout.WIDTH || text.contains(folder.toString()));
    }

    @Test
    void jsonIsMadeOfPlainValues() {
        assertPlain(commands.run("history", "--json").json());
        assertPlain(commands.run("graph", "--json").json());
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(BuildCommandsTests::assertPlain);
        } else if (value instanceof List<?> list) {
            list.forEach(BuildCommandsTests::assertPlain);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Boolean.class, Number.class);
        }
    }
}
