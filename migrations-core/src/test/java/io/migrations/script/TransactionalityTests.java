/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionalityTests {

    private final List<ScriptFault> faults = new ArrayList<>();

    @Test
    void aMixtureIsRefusedWithTheSplitThatItNeeds() {
        decide("""
                CREATE TABLE t (a int);
                INSERT INTO t VALUES (1);
                CREATE INDEX CONCURRENTLY i ON t (a);
                DROP INDEX CONCURRENTLY j;
                UPDATE t SET a = 2;
                """, Optional.empty());

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.message())
                    .isEqualTo(
                            "'CREATE TABLE' shares a revision with 'CREATE INDEX CONCURRENTLY' of line 3, which cannot"
                                    + " run inside a transaction.");
            assertThat(fault.remedy())
                    .isEqualTo("Split it into 3 revisions, one after the other: lines 1, 2 ('CREATE TABLE' ...) in a"
                            + " transaction; lines 3, 4 ('CREATE INDEX CONCURRENTLY' ...) outside a transaction; line 5"
                            + " ('UPDATE') in a transaction. Or, if each statement may stand by itself, declare the"
                            + " revision as not transactional ('-- Transactional: false' in a script).");
        });
    }

    @Test
    void manyStatementsAreSummedUp() {
        decide("SELECT 1;\n".repeat(9) + "VACUUM;", Optional.empty());

        assertThat(faults.get(0).remedy())
                .contains("lines 1 to 9 ('SELECT' ...) in a transaction; line 10 ('VACUUM') outside");
    }

    @Test
    void aSettingIsNotSplitOff() {
        decide("SET maintenance_work_mem = '1GB';\nCREATE INDEX CONCURRENTLY i ON t (a);", Optional.empty());

        assertThat(faults.get(0).remedy())
                .isEqualTo("Each statement can stand by itself here: declare the revision as not transactional"
                        + " ('-- Transactional: false' in a script).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO orders VALUES ('closed')",
                "ALTER TABLE orders ALTER state SET DEFAULT 'closed'::state",
                "UPDATE orders SET state = 'closed'"
            })
    void anEnumsNewValueIsNotUsedBeforeItIsCommitted(String use) {
        String script = "ALTER TYPE state ADD VALUE IF NOT EXISTS 'closed' AFTER 'open';\nSELECT 1;\n" + use;

        assertThat(decide(script, Optional.empty())).isTrue();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.message())
                    .isEqualTo(
                            "The value 'closed' is new since 'ALTER TYPE' of line 1, and cannot be used before that is"
                                    + " committed.");
            assertThat(fault.remedy())
                    .startsWith(
                            "Split it into two revisions, one after the other: what comes before line 3, and what is"
                                    + " there and after.");
        });
        faults.clear();
        decide(script, Optional.of(false));
        decide(script, Optional.of(true));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE state ADD VALUE 'done' AFTER 'closed'",
                "COMMENT ON TYPE state IS 'closed'",
                "INSERT INTO orders VALUES ('open')",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''closed'''"
            })
    void whatDoesNotUseItStaysInItsTransaction(String other) {
        assertThat(decide("ALTER TYPE state ADD VALUE 'closed';\n" + other, Optional.empty()))
                .isTrue();
        assertThat(faults).isEmpty();
    }

    private boolean decide(String script, Optional<Boolean> declared) {
        return new Transactionality("a.sql", SqlScript.parse(script).statements(), faults).decide(declared);
    }
}
