/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run of mixed revisions loses its connection before each message in turn, and another run follows. Whatever the
 * moment, the database ends where an undisturbed run leaves it, nothing has run twice, and the journal and the report
 * say what happened.
 *
 * <p>{@code -Dmigrations.test.cuts=messages} cuts before every message, {@code changes} around every command that changes
 * something: before it is executed, before it is committed, and with its answer lost. The build takes samples of these.
 */
@DatabaseTest
class CrashMatrixIntegrationTests {

    private static final int STEP = switch (System.getProperty("migrations.test.cuts", "samples")) {
        case "messages" -> 0;
        case "changes" -> 1;
        default -> 21;
    };

    @RevisionHeader(id = "005")
    static final class InJava implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE orders ADD COLUMN java int");
            op.jdbc().sql("INSERT INTO ran VALUES ('005')").update();
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("ALTER TABLE orders DROP COLUMN java");
            op.jdbc().sql("INSERT INTO ran VALUES ('down 005')").update();
        }
    }

    @TempDir
    private Path folder;

    @Test
    void anUpgradeEndsAsIfNothingHadHappened(TestDatabase database) {
        new CrashMatrix(this::mixed, migrator -> {}, migrator -> migrator.upgrade("head")).run(database, STEP, true);
    }

    @Test
    void soDoesADowngrade(TestDatabase database) {
        new CrashMatrix(this::mixed, migrator -> migrator.upgrade("head"), migrator -> migrator.downgrade("base"))
                .run(database, STEP, false);
    }

    @ParameterizedTest
    @EnumSource(TransactionPer.class)
    void soDoesAnUpgradeWithALockOfItsOwnForEachTransaction(TransactionPer unit, TestDatabase database) {
        new CrashMatrix(
                        fresh -> transactional(fresh)
                                .lockMode(LockMode.TRANSACTION)
                                .transactionPer(unit),
                        migrator -> {},
                        migrator -> migrator.upgrade("head"))
                .run(database, STEP, true);
    }

    private MigratorFixture mixed(TestDatabase database) {
        return transactional(database).script("003_index.sql", """
                        CREATE INDEX CONCURRENTLY orders_note ON orders (note);
                        -- Downgrade
                        DROP INDEX CONCURRENTLY orders_note;
                        """).script("004_outside.sql", """
                        -- Transactional: false
                        INSERT INTO ran VALUES ('004 first');
                        VACUUM orders;
                        INSERT INTO ran VALUES ('004 last');
                        -- Downgrade
                        INSERT INTO ran VALUES ('down 004 first');
                        VACUUM orders;
                        INSERT INTO ran VALUES ('down 004 last');
                        """);
    }

    private MigratorFixture transactional(TestDatabase database) {
        return new MigratorFixture(database, folder)
                .script("001_orders.sql", """
                        CREATE TABLE orders (id int PRIMARY KEY, note text);
                        INSERT INTO ran VALUES ('001');
                        -- Downgrade
                        DROP TABLE orders CASCADE;
                        INSERT INTO ran VALUES ('down 001');
                        """)
                .script("002_notes.sql", """
                        INSERT INTO orders SELECT id, 'note ' || id FROM generate_series(1, 20) AS id;
                        INSERT INTO ran VALUES ('002');
                        -- Downgrade
                        DELETE FROM orders;
                        INSERT INTO ran VALUES ('down 002');
                        """)
                .script("after_each_upgrade.sql", "INSERT INTO ran VALUES ('after each');")
                .script("repeatable/order_notes.sql", "CREATE OR REPLACE VIEW order_notes AS SELECT note FROM orders;")
                .revisions(new InJava());
    }
}
