/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is used in the transaction that adds it to an enum, or so it seems. */
@DatabaseTest
class NewEnumValueIntegrationTests {

    private static final String GENERAL =
            "A value that is added to an enum cannot be used in the same transaction. Add it"
                    + " in a revision before, which has a transaction of its own.";

    private MigratorFixture fixture;

    @BeforeEach
    void createType(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_base.sql", """
                CREATE TYPE status AS ENUM ('open', 'done');
                CREATE TABLE orders (status status); CREATE TABLE names (status text);""");
        fixture.migrator().upgrade("head");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE status ADD VALUE 'closed';\nINSERT INTO names VALUES ('closed');",
                "ALTER TYPE status ADD VALUE IF NOT EXISTS 'done';\nINSERT INTO orders VALUES ('done');"
            })
    void whatTheServerTakesIsNotRefused(String script) {
        fixture.script("002_value.sql", script);

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void theFailureSaysWhereToCut() {
        fixture.script("002_value.sql", """
                ALTER TYPE status ADD VALUE 'clos';
                ALTER TYPE status ADD VALUE 'closed'
                  AFTER 'open';
                CREATE TABLE more (id int);

                INSERT INTO orders
                VALUES ('closed');
                """);

        RevisionFailedException failed = failed();

        assertThat(failed.failure().explanation())
                .isEqualTo(
                        "The value 'closed' is added by 'ALTER TYPE' of line 2 and used in line 6, but cannot be used"
                                + " before that is committed. Split the revision into two, one after the other: what comes before"
                                + " line 6, and what is there and after.");
        assertThat(failed.failure().fullMessage()).contains("Split the revision into two");
        assertThat(fixture.journalWords()).endsWith("upgrade 002 failed");
        assertThat(fixture.database.tables()).doesNotContain("more");
    }

    @Test
    void ofAnEarlierRevisionOfTheSameTransaction() {
        fixture.transactionPer(TransactionPer.RUN)
                .script("002_value.sql", "ALTER TYPE status ADD VALUE 'closed';")
                .script("003_use.sql", "INSERT INTO orders VALUES ('closed');");

        assertThat(failed().failure().explanation()).isEqualTo(GENERAL);
    }

    @Test
    void inJava() {
        fixture.revisions(new Adding());

        assertThat(failed().failure().explanation()).startsWith("The value 'closed' is added by 'ALTER TYPE' of line ");
    }

    @RevisionHeader(id = "002")
    static final class Adding implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TYPE status ADD VALUE 'closed'");
            op.execute("INSERT INTO orders VALUES ('closed')");
        }
    }

    private RevisionFailedException failed() {
        return catchThrowableOfType(
                RevisionFailedException.class, () -> fixture.migrator().upgrade("head"));
    }
}
