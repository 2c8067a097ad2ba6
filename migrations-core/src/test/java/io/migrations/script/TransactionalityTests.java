/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    @Test
    void whetherAnEnumsValueIsNewOrJustATextIsLeftToTheServer() {
        assertThat(decide(
                        "ALTER TYPE state ADD VALUE IF NOT EXISTS 'closed';\nINSERT INTO orders VALUES ('closed')",
                        Optional.empty()))
                .isTrue();
        assertThat(faults).isEmpty();
    }

    private boolean decide(String script, Optional<Boolean> declared) {
        return new Transactionality("a.sql", SqlScript.parse(script).statements(), faults).decide(declared);
    }
}
