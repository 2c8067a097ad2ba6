/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.CompletedRepeatable;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.RevisionFailedException;
import io.migrations.engine.RunResult;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionPackages;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
class RevisionsTests {

    private static final ClassLoader CLASSES = RevisionsTests.class.getClassLoader();

    private static final ScriptLoader LOADER = new ScriptLoader(
            List.of("classpath:db/migrations"),
            CLASSES,
            Placeholders.none(),
            new RevisionPackages(List.of("io.migrations.sample.revisions"), CLASSES, JavaRevisions.none()));

    private static RevisionGraph graph() {
        return LOADER.load().graph();
    }

    private static Stream<String> ids() {
        return graph().revisions().stream().map(Revision::id);
    }

    private static Migrator migrator(TestDatabase database) {
        return new Migrator(database.dataSource(), LOADER, MigratorSettings.defaults(), Clock.systemUTC());
    }

    @Test
    void haveOneHeadAndOneMergedBranch() {
        assertThat(graph().heads()).extracting(Revision::id).containsExactly("008");
        assertThat(graph().revisions().stream().filter(Revision::isMerge))
                .extracting(Revision::parents)
                .containsExactly(List.of("006", "7d20c1f4aa10"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void upgradeDowngradeAndUpgradeAgain(String id, TestDatabase database) {
        Revision revision = graph().find(id).orElseThrow();
        Migrator migrator = migrator(database);
        revision.parents().forEach(migrator::upgrade);
        List<String> before = CatalogFingerprint.of(database);

        migrator.upgrade(id);
        List<String> after = CatalogFingerprint.of(database);
        assertThat(after.equals(before)).isEqualTo(revision.isMerge());

        migrator.downgrade(revision.isBase() ? "base" : revision.parents().get(0));
        assertThat(CatalogFingerprint.of(database)).isEqualTo(before);

        migrator.upgrade(id);
        assertThat(CatalogFingerprint.of(database)).isEqualTo(after);
    }

    @Test
    void allTheWayDownLeavesNothing(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        migrator.downgrade("base");

        assertThat(CatalogFingerprint.of(database)).isEmpty();
    }

    @Test
    void theViewOfPositionsFollowsTheRevisions(TestDatabase database) {
        RunResult result = migrator(database).upgrade("head");

        assertThat(result.repeatables())
                .extracting(CompletedRepeatable::name)
                .containsExactly("position_cost", "account_positions");
        database.execute("INSERT INTO positions (account_id, symbol, quantity, average_price)"
                + " SELECT id, 'NOVA', 3, 1.335 FROM accounts WHERE number = 'DEMO-1'");
        assertThat(database.jdbc()
                        .sql("SELECT account || ' ' || cost FROM account_positions WHERE symbol = 'NOVA'")
                        .query(String.class)
                        .list())
                .containsExactly("DEMO-1 4.01");
    }

    @Test
    void aRowWithoutAccountStopsTheValidationOnly(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("004");
        database.execute("INSERT INTO orders (account_id, symbol, side, quantity, limit_price)"
                + " VALUES (-1, 'ACME', 'BUY', 1, 1)");

        migrator.upgrade("005");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> migrator.upgrade("006"))
                .withMessageContaining("fk_orders_accounts");
    }

    @Test
    void takingTheBackfillBackKeepsTheFeesOfTrades(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("4f1c2a9be03d");
        database.execute("INSERT INTO order_fees (order_id, amount, source) SELECT min(id), 5, 'trade' FROM orders");
        migrator.upgrade("7d20c1f4aa10");

        migrator.downgrade("4f1c2a9be03d");

        assertThat(database.jdbc()
                        .sql("SELECT source || ' ' || amount FROM order_fees")
                        .query(String.class)
                        .list())
                .containsExactly("trade 5.0000");
    }
}
