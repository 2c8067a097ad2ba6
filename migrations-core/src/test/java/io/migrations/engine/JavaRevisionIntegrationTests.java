/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.operation.Inverse;
import io.migrations.operation.Operation;
import io.migrations.operation.Rows;
import io.migrations.script.InvalidScriptsException;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JavaRevisionIntegrationTests {

    /** What its author writes, without a way back of its own. */
    record Raw(List<String> statements) implements Operation {

        static Raw sql(String... statements) {
            return new Raw(List.of(statements));
        }

        @Override
        public Inverse inverse() {
            return Inverse.none("Raw SQL.");
        }
    }

    @RevisionHeader(id = "002")
    static final class RenameOrders implements ReversibleRevision {

        @Override
        public void change(ReversibleOperations op) {
            op.renameTable("orders", "trades");
        }
    }

    @RevisionHeader(id = "003")
    static final class FillTrades implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.invoke(Raw.sql("ALTER TABLE trades ADD COLUMN note text"));
            int rows = op.jdbc()
                    .sql("INSERT INTO trades (id, note) VALUES (:id, :note)")
                    .param("id", 1)
                    .param("note", "it's")
                    .update();
            op.invoke(Raw.sql("COMMENT ON TABLE trades IS '" + rows + " row'"));
        }

        @Override
        public void downgrade(Operations op) {
            op.jdbc().sql("DELETE FROM trades").update();
            op.invoke(Raw.sql("COMMENT ON TABLE trades IS NULL", "ALTER TABLE trades DROP COLUMN note"));
        }
    }

    private MigratorFixture fixture;
    private TestDatabase database;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.fixture = new MigratorFixture(database, folder)
                .script(
                        "001_orders.sql",
                        "-- Upgrade\nCREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;");
    }

    @Test
    void joinsTheGraphBetweenScriptsInNaturalOrder() {
        fixture.script("004_more.sql", "CREATE TABLE more (id int);").revisions(new RenameOrders(), new FillTrades());

        assertThat(fixture.migrator().upgrade("head").steps().stream()
                        .map(step -> step.step().revision().id()))
                .containsExactly("001", "002", "003", "004");

        assertThat(fixture.migrator().status().revisions())
                .extracting(RevisionStatus::kind)
                .containsExactly("sql", "java", "java", "sql");
        assertThat(fixture.migrator().status().revisions().get(1).revision().description())
                .isEqualTo("rename orders");
    }

    @Test
    void goesBackTheDerivedWay() {
        fixture.migrator().upgrade("head");
        Catalog before = Catalog.of(database.jdbc());
        fixture.revisions(new RenameOrders());
        fixture.migrator().upgrade("head");
        assertThat(database.tables()).contains("trades").doesNotContain("orders");

        fixture.migrator().downgrade("001");

        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded", "downgrade 002 succeeded");
    }

    @Test
    void keepsItsTextSoThatABuildWithoutTheClassCanUndoIt() {
        fixture.revisions(new RenameOrders()).migrator().upgrade("head");
        Migrator older = fixture.revisions().migrator();

        assertThat(older.recordedTexts("002"))
                .hasValue(new RecordedTexts(
                        "ALTER TABLE orders RENAME TO trades;", "ALTER TABLE trades RENAME TO orders;"));
        older.downgrade(older.reviewDowngrade("001"));

        assertThat(database.tables()).contains("orders").doesNotContain("trades");
    }

    @Test
    void worksOnTheDatabaseInItsOwnTransaction() {
        fixture.revisions(new RenameOrders(), new FillTrades()).migrator().upgrade("head");

        assertThat(database.jdbc()
                        .sql("SELECT note FROM trades")
                        .query(String.class)
                        .single())
                .isEqualTo("it's");
        assertThat(database.jdbc()
                        .sql("SELECT obj_description('trades'::regclass)")
                        .query(String.class)
                        .single())
                .isEqualTo("1 row");
        assertThat(fixture.migrator().recordedTexts("003").orElseThrow().downgrade())
                .isNull();

        fixture.migrator().downgrade("002");

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM trades")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void asksTheDatabaseNothingWhereNothingIsPending() {
        fixture.revisions(new RenameOrders(), new FillTrades()).migrator().upgrade("head");

        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
        assertThat(fixture.migrator().validate(List.of("head")).steps()).isEmpty();
    }

    @Test
    void isNoScriptOfflineWhereItWorksOnTheDatabase() {
        fixture.revisions(new RenameOrders(), new FillTrades());

        assertThat(fixture.migrator().upgradeScript(List.of("002"))).contains("ALTER TABLE orders RENAME TO trades;");
        assertThatExceptionOfType(ConnectionRequiredException.class)
                .isThrownBy(() -> fixture.migrator().upgradeScript(List.of("head")))
                .satisfies(exception -> assertThat(exception.revisions()).containsExactly("003"))
                .withMessageStartingWith("Revisions ['003'] call op.jdbc()");
        assertThatExceptionOfType(ConnectionRequiredException.class)
                .isThrownBy(() -> fixture.migrator().downgradeScript("003:002"));
    }

    @Test
    void isSeenToHaveBeenEdited() {
        fixture.revisions(new RenameOrders()).migrator().upgrade("head");

        @RevisionHeader(id = "002")
        final class Edited implements ReversibleRevision {
            @Override
            public void change(ReversibleOperations op) {
                op.renameTable("orders", "deals");
            }
        }

        assertThatExceptionOfType(ModifiedRevisionException.class)
                .isThrownBy(() -> fixture.revisions(new Edited()).migrator().upgrade("head"))
                .withMessageContaining("JavaRevisionIntegrationTests.java");
    }

    @Test
    void failsAtTheLineThatSaysIt() {
        @RevisionHeader(id = "002")
        final class Broken implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.renameTable("orders", "trades");
                op.renameTable("no_such", "x");
            }
        }

        fixture.revisions(new Broken());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(exception -> {
                    assertThat(exception.failure().file())
                            .isEqualTo("io/migrations/engine/JavaRevisionIntegrationTests.java");
                    assertThat(exception.failure().position().line()).isGreaterThan(100);
                    assertThat(exception.failure().sqlState()).isEqualTo("42P01");
                });
        assertThat(database.tables()).contains("orders");
        assertThat(fixture.journalWords()).contains("upgrade 002 failed");
    }

    @Test
    void isRolledBackAndReportedWhereItsCodeFails() {
        @RevisionHeader(id = "002")
        final class Broken implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                JdbcClient jdbc = op.jdbc();
                jdbc.sql("INSERT INTO orders VALUES (1)").update();
                throw new IllegalStateException("no rate for CHF");
            }
        }

        fixture.revisions(new Broken());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("no rate for CHF")
                .satisfies(exception ->
                        assertThat(exception.failure().position().line()).isGreaterThan(100));
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM orders")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(fixture.journalWords()).contains("upgrade 002 failed");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void isNotRecordedWhereItsCodeSwallowedAFaultOfTheDatabase() {
        @RevisionHeader(id = "002")
        final class Swallowing implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                try {
                    op.jdbc().sql("INSERT INTO no_such VALUES (1)").update();
                } catch (org.springframework.dao.DataAccessException ignored) {
                    // as careless authors do
                }
            }
        }

        fixture.revisions(new Swallowing());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("caught a fault of the database");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void cannotEndTheTransactionItIsGiven() {
        @RevisionHeader(id = "002")
        final class Committing implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.jdbc().sql("INSERT INTO orders VALUES (1)").update();
                op.jdbc().sql("SELECT 1; COMMIT").update();
            }
        }

        fixture.revisions(new Committing());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("'COMMIT' was not sent")
                .satisfies(
                        exception -> assertThat(exception.failure().statement()).isEqualTo("COMMIT"));
        assertThat(fixture.applied()).containsExactly("001");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM orders")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isInTheJournalWhateverItsCodeThrows() {
        @RevisionHeader(id = "002")
        final class Asserting implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.jdbc();
                throw new AssertionError("no rows");
            }
        }

        fixture.revisions(new Asserting());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("no rows");
        assertThat(fixture.journalWords()).contains("upgrade 002 failed");
    }

    @Test
    void letsAViewOfARepeatableScriptGiveWayToWhatItsCodeSends() {
        @RevisionHeader(id = "002")
        final class Widening implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.jdbc().sql("ALTER TABLE orders ALTER COLUMN id TYPE bigint").update();
            }
        }

        fixture.script("repeatable/ids.sql", "CREATE VIEW ids AS SELECT id FROM orders;")
                .migrator()
                .upgrade("head");

        fixture.revisions(new Widening()).migrator().upgrade("head");

        assertThat(database.jdbc()
                        .sql(
                                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'ids'::regclass")
                        .query(String.class)
                        .single())
                .isEqualTo("bigint");
    }

    @Test
    void reportsEveryFaultOfItsCodeWhenItIsRead() {
        @RevisionHeader(id = "002")
        final class NoWayBack implements ReversibleRevision {
            @Override
            public void change(ReversibleOperations op) {
                op.invoke(Raw.sql("SELECT 1"));
            }
        }
        @RevisionHeader(id = "003")
        final class Null implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.renameTable("a".repeat(64), "b");
            }
        }
        @RevisionHeader(id = "004", createDate = "yesterday")
        final class Empty implements JavaRevision {
            @Override
            public void upgrade(Operations op) {}
        }
        final class Headless implements JavaRevision {
            @Override
            public void upgrade(Operations op) {}
        }
        @RevisionHeader(id = "005", revises = "001", transactional = false)
        final class Outside implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.jdbc().sql("SELECT 1").query().listOfRows();
            }
        }
        @RevisionHeader(id = "006", revises = "nobody")
        final class Orphan implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.invoke(Raw.sql("COMMIT"));
                throw new IllegalStateException();
            }
        }

        fixture.revisions(new NoWayBack(), new Null(), new Empty(), new Headless(), new Outside(), new Orphan());
        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> fixture.migrator().scripts())
                .satisfies(exception -> assertThat(exception.faults())
                        .extracting(fault -> fault.message())
                        .containsExactlyInAnyOrder(
                                "'SELECT 1' cannot be undone: Raw SQL.",
                                "The object name '" + "a".repeat(64) + "' has 64 bytes, and PostgreSQL keeps 63.",
                                "The upgrade is empty.",
                                "'yesterday' is no date.",
                                "The revision '" + Headless.class.getName() + "' has no header.",
                                "op.jdbc() in a revision that runs outside a transaction.",
                                "'COMMIT' in a revision: the engine begins and ends the transaction.",
                                "Revision '006' refers to the unknown parent 'nobody'."))
                .satisfies(exception -> assertThat(exception.faults())
                        .filteredOn(fault -> fault.message().startsWith("'SELECT 1'"))
                        .allSatisfy(fault -> assertThat(fault.line()).isGreaterThan(200)));
    }

    @Test
    void undoesWhatHasNoInverseWithItsOtherHalf() {
        @RevisionHeader(id = "002")
        final class Both implements ReversibleRevision {
            @Override
            public void change(ReversibleOperations op) {
                op.renameTable("orders", "trades");
                op.reversible(
                        up -> up.jdbc().sql("INSERT INTO trades VALUES (7)").update(),
                        down -> down.jdbc()
                                .sql("DELETE FROM trades WHERE id = 7")
                                .update());
            }
        }

        fixture.revisions(new Both()).migrator().upgrade("head");
        assertThat(database.jdbc()
                        .sql("SELECT id FROM trades")
                        .query(Integer.class)
                        .list())
                .containsExactly(7);

        fixture.migrator().downgrade("001");
        assertThat(database.jdbc()
                        .sql("SELECT id FROM orders")
                        .query(Integer.class)
                        .list())
                .isEmpty();
    }

    @Test
    void undoesTheSeedOfATableWithTheTable() {
        @RevisionHeader(id = "002")
        final class Seeded implements ReversibleRevision {
            @Override
            public void change(ReversibleOperations op) {
                op.createTable("sides", column("name", TEXT).primaryKey());
                op.bulkInsert("sides", Rows.of("name").row("BUY").row("SELL"));
                op.addColumn("orders", column("side", TEXT));
                op.upOnly(up -> up.execute("UPDATE orders SET side = 'BUY'"));
            }
        }

        fixture.migrator().upgrade("head");
        Catalog before = Catalog.of(database.jdbc());
        fixture.revisions(new Seeded()).migrator().upgrade("head");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM sides")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        fixture.migrator().downgrade("001");

        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);
    }

    @Test
    void saysWhyThereIsNoWayBack() {
        @RevisionHeader(id = "002")
        final class Final implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.renameTable("orders", "trades");
            }

            @Override
            public void downgrade(Operations op) {
                op.irreversible("The old rows are in the archive.");
            }
        }

        fixture.revisions(new Final()).migrator().upgrade("head");
        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("001"))
                .withMessageContaining("'002': The old rows are in the archive.");
    }

    @Test
    void runsAConcurrentIndexOutsideATransaction() {
        @RevisionHeader(id = "002")
        final class Index implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.invoke(Raw.sql("CREATE INDEX CONCURRENTLY orders_id ON orders (id)"));
            }
        }

        fixture.revisions(new Index()).migrator().upgrade("head");

        assertThat(fixture.journalWords())
                .containsExactly(
                        "upgrade 001 succeeded", "upgrade 002 running", "upgrade 002 running", "upgrade 002 succeeded");
    }

    @Test
    void refusesWhatNeedsNoTransactionInTheMiddleOfItsCode() {
        @RevisionHeader(id = "002")
        final class Late implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.jdbc().sql("INSERT INTO orders VALUES (1)").update();
                op.invoke(Raw.sql("CREATE INDEX CONCURRENTLY orders_id ON orders (id)"));
            }
        }

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.revisions(new Late()).migrator().upgrade("head"))
                .withMessageContaining("cannot run in the transaction that op.jdbc() works in");
    }
}
