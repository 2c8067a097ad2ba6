/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class ViewOperationsTests {

    private static final String ORDERS = "CREATE TABLE orders (id int, open boolean)";

    @Test
    void createsAViewAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.createView("open_orders", """
                                -- what is still to do
                                SELECT id -- the order
                                  FROM orders WHERE open;
                                """)),
                        "CREATE VIEW open_orders AS\nSELECT id -- the order\n  FROM orders WHERE open");
    }

    @Test
    void createsAViewWithEverything(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.createView(
                                "Open",
                                "SELECT id, open FROM orders WHERE open -- only",
                                view -> view.columns("No", "open")
                                        .securityBarrier()
                                        .checkOption(CheckOption.LOCAL)
                                        .comment("it's open"))),
                        "CREATE VIEW \"Open\" (\"No\", open) WITH (security_barrier = true) AS\n"
                                + "SELECT id, open FROM orders WHERE open\nWITH LOCAL CHECK OPTION",
                        "COMMENT ON VIEW \"Open\" IS 'it''s open'");
    }

    @Test
    void createsARecursiveViewAndDropsIt(TestDatabase database) {
        String query = "VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 9";
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createView(
                                "counting", query, view -> view.columns("n").recursive())),
                        "CREATE RECURSIVE VIEW counting (n) AS\n" + query);
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateView.of("counting", query).recursive())
                .withMessage("The recursive view 'counting' does not name its columns. Name them.");
    }

    @Test
    void createsAViewWithThePrivilegesOfWhoAsks(TestDatabase database) {
        assumeThat(version(database)).as("security_invoker is of 15").isGreaterThanOrEqualTo(150000);
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.createView("all_orders", "TABLE orders", CreateView::securityInvoker)),
                        "CREATE VIEW all_orders WITH (security_invoker = true) AS\nTABLE orders");
    }

    private static int version(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
    }

    @Test
    void replacesAViewAndPutsItBackWithItsPrivileges(TestDatabase database) {
        CreateView previous = CreateView.of("all_orders", "SELECT id FROM orders")
                .securityBarrier()
                .comment("all");
        RoundTrip.on(
                        database,
                        ORDERS,
                        "CREATE VIEW all_orders WITH (security_barrier) AS SELECT id FROM orders",
                        "COMMENT ON VIEW all_orders IS 'all'",
                        "GRANT SELECT ON all_orders TO pg_monitor")
                .restores(
                        operation(op -> op.createView(
                                "all_orders", "SELECT id FROM orders WHERE open", view -> view.orReplace(previous))),
                        "CREATE OR REPLACE VIEW all_orders AS\nSELECT id FROM orders WHERE open",
                        "COMMENT ON VIEW all_orders IS NULL");
    }

    @Test
    void replacesAViewForGoodIfNobodyKnowsWhatItWas(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        operation(op -> op.createView("all_orders", "TABLE orders", CreateView::orReplace)),
                        "The view 'all_orders' is gone with what it was before; give how it was made to orReplace.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() ->
                        CreateView.of("all_orders", "TABLE orders").orReplace(CreateView.of("others", "TABLE orders")))
                .withMessageContaining("The VIEW all_orders does not replace the VIEW others.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- nothing", "SELECT 1; SELECT 2", "SELECT 'open", "SELECT 1; DROP TABLE orders"})
    void refusesWhatIsNotOneStatement(String query) {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateView.of("v", query))
                .withMessageStartingWith("The query of the view 'v' ");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateMaterializedView.of("v", query));
    }

    @Test
    void renamesAViewAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE VIEW one AS SELECT 1 AS one")
                .restores(operation(op -> op.renameView("one", "uno")), "ALTER VIEW one RENAME TO uno");
    }

    @Test
    void dropsAViewAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE VIEW one AS SELECT 1 AS one", "COMMENT ON VIEW one IS 'uno'")
                .restores(
                        operation(op -> op.dropView(
                                CreateView.of("one", "SELECT 1 AS one").comment("uno"))),
                        "DROP VIEW one");
        assertThat(operation(op -> op.dropView("one")).inverse().exists()).isFalse();
        assertThat(operation(op -> op.dropView("one", drop -> drop.ifExists().cascade()))
                        .statements())
                .containsExactly("DROP VIEW IF EXISTS one CASCADE");
    }

    @Test
    void createsAMaterializedViewAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createMaterializedView("ones", "SELECT 1 AS one")),
                        "CREATE MATERIALIZED VIEW ones AS\nSELECT 1 AS one");
    }

    @Test
    void createsAMaterializedViewWithEverything(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createMaterializedView(
                                "ones",
                                "SELECT 1",
                                view -> view.columns("one")
                                        .using("heap")
                                        .with("fillfactor", 70)
                                        .tablespace("pg_default")
                                        .withNoData()
                                        .comment("uno"))),
                        "CREATE MATERIALIZED VIEW ones (one) USING heap WITH (fillfactor = 70) TABLESPACE pg_default AS\n"
                                + "SELECT 1\nWITH NO DATA",
                        "COMMENT ON MATERIALIZED VIEW ones IS 'uno'");
        assertThat(operation(op -> op.createMaterializedView("v", "SELECT 1", CreateMaterializedView::ifNotExists)))
                .satisfies(operation -> {
                    assertThat(operation.statements())
                            .containsExactly("CREATE MATERIALIZED VIEW IF NOT EXISTS v AS\nSELECT 1");
                    assertThat(operation.inverse().exists()).isFalse();
                });
    }

    @Test
    void refreshesAMaterializedViewWithNothingToUndo(TestDatabase database) {
        database.execute("CREATE MATERIALIZED VIEW ones AS SELECT 1 AS one");
        database.execute("CREATE UNIQUE INDEX ON ones (one)");
        Operation refresh = operation(op -> op.refreshMaterializedView("ones"));
        Operation concurrently = operation(op -> op.refreshMaterializedViewConcurrently("ones"));
        Operation emptied = new RefreshMaterializedView(Name.of("ones"), false, true);
        assertThat(refresh.statements()).containsExactly("REFRESH MATERIALIZED VIEW ones");
        assertThat(concurrently.statements()).containsExactly("REFRESH MATERIALIZED VIEW CONCURRENTLY ones");
        assertThat(emptied.statements()).containsExactly("REFRESH MATERIALIZED VIEW ones WITH NO DATA");
        for (Operation operation : new Operation[] {refresh, concurrently, emptied}) {
            operation.statements().forEach(database::execute);
            assertThat(operation.inverse()).isEqualTo(Inverse.of());
        }
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new RefreshMaterializedView(Name.of("ones"), true, true));
    }

    @Test
    void renamesAMaterializedViewAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE MATERIALIZED VIEW ones AS SELECT 1 AS one")
                .restores(
                        operation(op -> op.renameMaterializedView("ones", "unos")),
                        "ALTER MATERIALIZED VIEW ones RENAME TO unos");
    }

    @Test
    void dropsAMaterializedViewAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE MATERIALIZED VIEW ones AS SELECT 1 AS one")
                .restores(
                        operation(op -> op.dropMaterializedView(CreateMaterializedView.of("ones", "SELECT 1 AS one"))),
                        "DROP MATERIALIZED VIEW ones");
        assertThat(operation(op -> op.dropMaterializedView("ones")).inverse().exists())
                .isFalse();
        assertThat(operation(op -> op.dropMaterializedView("ones", DropObject::ifExists))
                        .statements())
                .containsExactly("DROP MATERIALIZED VIEW IF EXISTS ones");
    }
}
