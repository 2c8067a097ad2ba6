/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.revision.Revision;
import io.migrations.sql.Placeholders;
import io.migrations.sql.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptAssemblyTests {

    private final List<ScriptFile> files = new ArrayList<>();

    @Test
    void oneFileHoldsBothDirections() {
        file(
                "001_add_order_notes.sql",
                "-- Upgrade\nALTER TABLE o ADD n text;\n\n-- Downgrade\nALTER TABLE o DROP n\n");

        ScriptedRevision revision = only();

        assertThat(revision.revision().id()).isEqualTo("001");
        assertThat(revision.revision().description()).isEqualTo("add order notes");
        assertThat(revision.upgrade().text()).isEqualTo("ALTER TABLE o ADD n text;");
        assertThat(revision.findDowngrade()).hasValueSatisfying(downgrade -> {
            assertThat(downgrade.text()).isEqualTo("ALTER TABLE o DROP n");
            assertThat(downgrade.statements().get(0).position()).isEqualTo(new Position(5, 1));
        });
    }

    @Test
    void aPairOfFilesHoldsADirectionEach() {
        file("001_a.sql", "CREATE TABLE a (i int);");
        file("001_a_rollback.sql", "DROP TABLE a;");

        assertThat(only().findDowngrade())
                .hasValueSatisfying(downgrade -> assertThat(downgrade.file()).isEqualTo("db/001_a_rollback.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- Upgrade", "-- UPGRADE ", "--upgrade", "-- Upgrade\r"})
    void markersAreReadInAnyCase(String marker) {
        file("001_a.sql", marker + "\nSELECT 1;\n-- downgrade\nSELECT 2;");

        assertThat(only().isReversible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Downgrade:",
                " -- Downgrade",
                "--- Downgrade",
                "-- Down",
                "-- Rollback",
                "-- DOWNGRADE SECTION"
            })
    void whatOnlyLooksLikeAMarkerIsAFault(String marker) {
        file("001_a.sql", "CREATE TABLE a ();\n" + marker + "\nDROP TABLE a;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .satisfies(invalid -> assertThat(invalid.faults())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.message())
                                    .isEqualTo("'%s' looks like a marker, and is not one.".formatted(marker.strip()));
                        }));
    }

    @Test
    void aCommentInsideAStatementIsFree() {
        file("001_a.sql", "CREATE TABLE t (\n  a int, -- up\n  -- down\n  b int\n);");

        assertThat(only().upgrade().statements()).hasSize(1);
    }

    @Test
    void aMarkerInsideQuotesOrAStatementIsNone() {
        file(
                "001_a.sql",
                "DO $$\n-- Downgrade\nBEGIN END $$;\nCOPY t FROM stdin;\n-- Downgrade\n\\.\n/*\n-- Upgrade\n*/");

        assertThat(only().isReversible()).isFalse();
        assertThat(only().upgrade().statements()).hasSize(2);
    }

    @Test
    void anEmptyDowngradeIsAWayBackAndNoneIsNot() {
        file("001_a.sql", "-- Upgrade\nSELECT 1;\n-- Downgrade\n");
        file("002_b.sql", "SELECT 1;");

        ScriptDirectory directory = assemble();

        assertThat(directory.find("001"))
                .hasValueSatisfying(a -> assertThat(a.isReversible()).isTrue());
        assertThat(directory.find("002"))
                .hasValueSatisfying(b -> assertThat(b.isReversible()).isFalse());
    }

    @Test
    void theHeaderSaysWhatTheFileNameDoesNot() {
        file("base_x.sql", "-- Revision ID: 001\n-- Revises:\nSELECT 1;");
        file("moved/whatever.sql", """
                /* a licence */
                -- revision id: 4f1c2a9be03d
                -- REVISES: 001
                -- Depends on: billing
                -- Branch labels: trading, orders
                -- Create Date: 2024-10-15 12:30:00.123
                -- Transactional: false

                -- Note: free text, set off by an empty line
                SELECT 1;
                """);
        file("b_billing.sql", "-- Revises:\n-- Branch labels: billing\nSELECT 1;");

        ScriptedRevision revision = assemble().find("4f1c2a9be03d").orElseThrow();

        assertThat(revision.revision().parents()).containsExactly("001");
        assertThat(revision.revision().dependencies()).containsExactly("billing");
        assertThat(revision.revision().labels()).containsExactlyInAnyOrder("trading", "orders");
        assertThat(revision.createDate()).isEqualTo(LocalDate.of(2024, 10, 15));
        assertThat(revision.upgrade().transactional()).isFalse();
    }

    @Test
    void filesWithoutRevisesFollowEachOtherInNaturalOrder() {
        file("10_c.sql", "SELECT 1;");
        file("2_b.sql", "SELECT 1;");
        file("sub/1_a.sql", "SELECT 1;");
        file("11_aside.sql", "-- Revises: 2\nSELECT 1;");
        file("12_d.sql", "-- Transactional: true\nSELECT 1;");

        assertThat(assemble().graph().revisions())
                .extracting(Revision::id, Revision::parents)
                .containsExactlyInAnyOrder(
                        tuple("1", List.of()),
                        tuple("2", List.of("1")),
                        tuple("10", List.of("2")),
                        tuple("11", List.of("2")),
                        tuple("12", List.of("10")));
    }

    @ParameterizedTest
    @CsvSource({
        "001_add_order_notes.sql, '', add order notes",
        "baseline.sql, '', baseline",
        "add_order_fees.sql, 4f1c2a9be03d, add order fees",
        "4f1c2a9be03d_add_order_fees.sql, 4f1c2a9be03d, add order fees",
        "20241015_add_order_fees.sql, 4f1c2a9be03d, add order fees",
        "abc_add_order_fees.sql, '', add order fees",
    })
    void theDescriptionIsTheFileNameWithoutItsIdOrNumber(String name, String id, String description) {
        file(name, (id.isEmpty() ? "" : "-- Revision ID: " + id + "\n") + "SELECT 1;");

        assertThat(only().revision().description()).isEqualTo(description);
    }

    @Test
    void theHeaderMayDescribeWhatTheFileNameCannot() {
        file("20241015_add_gin.sql", "-- Description: Add notes: GIN, für Größen\n-- Revises:\nSELECT 1;");

        assertThat(only().revision().description()).isEqualTo("Add notes: GIN, für Größen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Description: free text\n-- Description: and more\nSELECT 1;",
                "-- Descriptions: free text\nSELECT 1;",
                "-- Revises:\n\n-- Description: free text, set off\nSELECT 1;"
            })
    void aDescriptionBesideNoOtherKeyIsAFreeComment(String text) {
        file("001_a_b.sql", text);

        assertThat(only().revision().description()).isEqualTo("a b");
    }

    @Test
    void whatIsStillToBeWrittenIsAFaultUnlessItIsADraft() {
        file("001_a.sql", "-- Upgrade\nSELECT 1;\n-- Downgrade\n-- To be written.\n");
        file("002_b.sql", "-- Upgrade\n-- To be written.\n");
        file("003_m.sql", "-- Revises: 001, 002\n-- Upgrade\n-- To be written.\n");
        file("004_c.sql", "-- Upgrade\nSELECT 1;\n-- To be written.\n-- Downgrade\nSELECT 1;\n-- To be written\n");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(ScriptFault::file, ScriptFault::line)
                        .containsExactly(tuple("db/001_a.sql", 3), tuple("db/002_b.sql", 1), tuple("db/003_m.sql", 2)));
        assertThat(ScriptAssembly.assembleDrafts(files, List.of(), List.of())
                        .graph()
                        .ids())
                .containsExactly("001", "002", "003", "004");
    }

    @Test
    void aDraftMayHaveNoOtherFault() {
        file("001_a.sql", "-- Upgrade\nSELECT 'open;\n");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> ScriptAssembly.assembleDrafts(files, List.of(), List.of()))
                .withMessageContaining("001_a.sql:2");
    }

    @Test
    void aMergeMayBeEmpty() {
        file("1_a.sql", "SELECT 1;");
        file("2_l.sql", "-- Revises: 1\nSELECT 1;");
        file("3_r.sql", "-- Revises: 1\nSELECT 1;");
        file("4_m.sql", "-- Revises: 2, 3\n");

        assertThat(assemble().graph().heads()).extracting(Revision::id).containsExactly("4");
    }

    @Test
    void aStatementThatRefusesTransactionsMakesItsDirectionNonTransactional() {
        file("1_a.sql", "-- Upgrade\nCREATE INDEX CONCURRENTLY i ON t (c);\n-- Downgrade\nDROP TABLE t;");

        assertThat(only().upgrade().transactional()).isFalse();
        assertThat(only().findDowngrade())
                .hasValueSatisfying(
                        downgrade -> assertThat(downgrade.transactional()).isTrue());
    }

    @Test
    void everyFaultOfEveryFileIsReportedAtOnceInOrder() {
        file("001_empty.sql", "-- nothing here\n");
        file("002_key.sql", "-- Revises: 001\n-- Branch lable: x\nSELECT 1;");
        file("003_quote.sql", "SELECT 1;\nSELECT 'open;\n");
        file("004_commit.sql", "SELECT 1;\nCOMMIT;");
        file("005_psql.sql", "\\i other.sql\nSELECT 1;");
        file("006_twice.sql", "-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 1;");
        file("006_twice_rollback.sql", "SELECT 1;");
        file("007_gone_rollback.sql", "SELECT 1;");
        file("008_mixed.sql", "VACUUM;\nCREATE TABLE t (i int);");
        file("009_no.sql", "-- Transactional: no\n-- Create Date: yesterday\nSELECT 1;");
        file("010_parent.sql", "-- Revision ID: x\n-- Revises: nope\nSELECT 1;");
        file("011_again.sql", "-- Revision ID: x\n-- Revises: 006\nSELECT 1;");
        file("012_declared.sql", "-- Transactional: true\nVACUUM;");
        file("014_nameless.sql", "-- Revises: 006\nCREATE INDEX CONCURRENTLY ON t (c);");
        file("013_before.sql", "SELECT 0;\n-- Upgrade\nSELECT 1;\n-- Upgrade\nSELECT 2;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(fault -> fault.file() + ":" + fault.line())
                        .containsExactly(
                                "db/001_empty.sql:1",
                                "db/002_key.sql:2",
                                "db/003_quote.sql:2",
                                "db/004_commit.sql:2",
                                "db/005_psql.sql:1",
                                "db/006_twice.sql:3",
                                "db/007_gone_rollback.sql:1",
                                "db/008_mixed.sql:2",
                                "db/009_no.sql:1",
                                "db/009_no.sql:2",
                                "db/010_parent.sql:2",
                                "db/011_again.sql:1",
                                "db/012_declared.sql:2",
                                "db/013_before.sql:1",
                                "db/013_before.sql:4",
                                "db/014_nameless.sql:2"));
    }

    @Test
    void aFaultSaysWhatIsWrongAndWhatToDo() {
        file("002_key.sql", "-- Revises:\n-- Depend on: x\nSELECT 1;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .withMessage("db/002_key.sql:2: Unknown header key 'Depend on'. Write 'Depends on'.");
    }

    @Test
    void placeholdersAreReplacedOnlyWhereDeclared() {
        file("001_a.sql", "CREATE TABLE ${schema}.t (i int);");

        ScriptDirectory directory = ScriptAssembly.assemble(files, List.of(), Placeholders.of(Map.of("schema", "app")));
        assertThat(directory
                        .find("001")
                        .orElseThrow()
                        .upgrade()
                        .statements()
                        .get(0)
                        .text())
                .isEqualTo("CREATE TABLE app.t (i int)");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> ScriptAssembly.assemble(files, List.of(), Placeholders.of(Map.of("other", "x"))));
    }

    @Test
    void theTextOfADirectionSaysAllThatItsStatementsSay() {
        // To PostgreSQL, blanks beyond ASCII are letters.
        file("001_a.sql", "-- Upgrade\nSELECT 1 \u2028\n-- Downgrade\nSELECT 2 AS \u3000\n");

        assertThat(only().upgrade().text()).isEqualTo("SELECT 1 \u2028");
        assertThat(only().downgrade().text()).isEqualTo("SELECT 2 AS \u3000");
    }

    @Test
    void noDirectionKnowsWhatTheOtherSets() {
        file("001_a.sql", """
                -- Upgrade
                SET standard_conforming_strings = off;
                SELECT 'it\\'s';
                -- Downgrade
                SELECT 'C:\\'; SELECT 2;
                """);

        assertThat(only().downgrade().statements()).hasSize(2);

        files.clear();
        file("001_a.sql", "-- Upgrade\nSELECT a[1\n-- Downgrade\nSELECT :'a';");
        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .withMessageContaining("001_a.sql:4:8: ':'a'' is a variable of psql");
    }

    @Test
    void aMarkerInsideAStatementIsAFault() {
        file("001_a.sql", "-- Upgrade\nCREATE TABLE a (i int;\n-- Downgrade\nDROP TABLE a);\n");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .satisfies(invalid -> assertThat(invalid.faults())
                        .singleElement()
                        .hasToString(
                                "db/001_a.sql:3: The marker '-- Downgrade' stands inside the statement of line 2, which"
                                        + " has not ended there. End the statement before it: close its parentheses, or its body"
                                        + " with END; if it is a comment, word it otherwise."));
    }

    @Test
    void whatDoesNotShowIsAFaultInNamesAndHeaders() {
        file("001_a.sql", "-- Revision ID: x\u001B[2K\nSELECT 1;");
        file("002_\u202Eb.sql", "-- Branch labels: l\u0007\nSELECT 1;");
        file(".sql", "SELECT 1;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .withMessageContaining("The header holds the character '\\u001b', which does not show. Remove it.")
                .withMessageContaining("Character '\\u001b' is not allowed in the revision id 'x\\u001b[2K'.")
                .withMessageContaining("db/002_\\u202eb.sql:1: The name of the file holds the character '\\u202e'")
                .withMessageContaining("Character '\\u0007' is not allowed in the branch label 'l\\u0007'")
                .withMessageContaining("db/.sql:1: A revision has no id.");
    }

    @Test
    void anIdOrALabelIsAName() {
        file("001_a.sql", "-- Revision ID: " + "x".repeat(1_000_000) + "\nSELECT 1;");
        file("002_b.sql", "-- Branch labels: " + "y".repeat(256) + "\nSELECT 1;");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(this::assemble)
                .withMessageContaining("begins with '%s' has 1000000 characters, and 255 are allowed.", "x".repeat(40))
                .withMessageContaining("begins with '%s' has 256 characters, and 255 are allowed.", "y".repeat(40))
                .satisfies(invalid -> assertThat(invalid.getMessage()).hasSizeLessThan(2000));
    }

    private void file(String name, String text) {
        files.add(new ScriptFile("db/" + name, text));
    }

    private ScriptDirectory assemble() {
        return ScriptAssembly.assemble(files, List.of(), Placeholders.none());
    }

    private ScriptedRevision only() {
        ScriptDirectory directory = assemble();
        return directory.find(directory.graph().ids().iterator().next()).orElseThrow();
    }
}
