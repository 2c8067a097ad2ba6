/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class PrivilegeOperationsTests {

    private static final String ORDERS = "CREATE TABLE orders (id int, \"Price\" int)";
    private static final Privileges USAGE = Privileges.of("usage", "pg_monitor");

    @Test
    void grantsPrivilegesOnATableAndRevokesThem(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.grant("select, INSERT", "orders", "pg_monitor", "public")),
                        "GRANT SELECT, INSERT ON TABLE orders TO pg_monitor, PUBLIC");
    }

    @Test
    void grantsPrivilegesOnColumnsWithTheGrantOption(TestDatabase database) {
        Privileges columns = new Privileges(
                List.of(Privilege.of("SELECT", "id", "Price"), Privilege.of("UPDATE", "id")), List.of("pg_monitor"));
        RoundTrip.on(database, ORDERS)
                .restores(
                        operation(op -> op.grant(columns, DatabaseObject.table("orders"), Grant::withGrantOption)),
                        "GRANT SELECT (id, \"Price\"), UPDATE (id) ON TABLE orders TO pg_monitor WITH GRANT OPTION");
    }

    @Test
    void grantsPrivilegesOnASequence(TestDatabase database) {
        RoundTrip.on(database, "CREATE SEQUENCE order_no")
                .restores(
                        operation(op -> op.grant(USAGE, DatabaseObject.sequence("order_no"))),
                        "GRANT USAGE ON SEQUENCE order_no TO pg_monitor");
    }

    @Test
    void grantsPrivilegesOnASchema(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing")
                .restores(
                        operation(op ->
                                op.grant(Privileges.of("CREATE", "pg_monitor"), DatabaseObject.schema("billing"))),
                        "GRANT CREATE ON SCHEMA billing TO pg_monitor");
    }

    @Test
    void cannotUndoAGrantOfWhateverWasThere(TestDatabase database) {
        Operation all = operation(op -> op.grant(Privileges.of("ALL", "pg_monitor"), DatabaseObject.table("orders")));
        assertThat(all.statements()).containsExactly("GRANT ALL ON TABLE orders TO pg_monitor");
        RoundTrip.on(database, ORDERS, "GRANT SELECT ON orders TO pg_monitor")
                .hasNoWayBack(
                        all,
                        "Nobody knows which privileges on table 'orders' there were before, and REVOKE ALL takes those,"
                                + " too; name them instead of ALL.");
        assertThat(AlterDefaultPrivileges.grant(Privileges.of("ALL", "pg_monitor"), ObjectKind.TABLE)
                        .inverse()
                        .exists())
                .isFalse();
    }

    @Test
    void grantsPrivilegesOnADatabase(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.grant(
                                Privileges.of("CREATE", "pg_monitor"), DatabaseObject.database(database.name()))),
                        "GRANT CREATE ON DATABASE " + database.name() + " TO pg_monitor");
    }

    @Test
    void grantsPrivilegesOnAType(TestDatabase database) {
        RoundTrip.on(database, "CREATE TYPE side AS ENUM ('BUY')")
                .restores(
                        operation(op -> op.grant(USAGE, DatabaseObject.type("side"))),
                        "GRANT USAGE ON TYPE side TO pg_monitor");
    }

    @Test
    void grantsPrivilegesOnADomain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int")
                .restores(
                        operation(op -> op.grant(USAGE, DatabaseObject.domain("lots"))),
                        "GRANT USAGE ON DOMAIN lots TO pg_monitor");
    }

    @Test
    void grantsPrivilegesOnAViewAsOnATable() {
        assertThat(operation(op -> op.grant(Privileges.of("SELECT", "a"), DatabaseObject.view("v")))
                        .statements())
                .containsExactly("GRANT SELECT ON TABLE v TO a");
        assertThat(operation(op -> op.grant(Privileges.of("SELECT", "a"), DatabaseObject.materializedView("v")))
                        .statements())
                .containsExactly("GRANT SELECT ON TABLE v TO a");
    }

    @Test
    void grantsPrivilegesOnAllTablesOfASchema(TestDatabase database) {
        Operation grant =
                operation(op -> op.grant(Privileges.of("SELECT", "pg_monitor"), AllInSchema.tables("public")));
        assertThat(grant.statements()).containsExactly("GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_monitor");
        RoundTrip.on(database, ORDERS, "GRANT SELECT ON orders TO pg_monitor")
                .hasNoWayBack(
                        grant,
                        "Nobody knows which privileges there were on every table of the schema 'public' before, and"
                                + " REVOKE takes those, too; grant them one by one.");
        assertThat(AllInSchema.sequences("s").privilegeSql()).isEqualTo("ALL SEQUENCES IN SCHEMA s");
        assertThat(AllInSchema.functions("s").privilegeSql()).isEqualTo("ALL FUNCTIONS IN SCHEMA s");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new AllInSchema(ObjectKind.TYPE, "public"));
    }

    @Test
    void revokesPrivilegesOnAFunctionAndGrantsThemAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE FUNCTION one(a int) RETURNS int RETURN 1")
                .restores(
                        operation(op ->
                                op.revoke(Privileges.of("EXECUTE", "PUBLIC"), DatabaseObject.function("one(a int)"))),
                        "REVOKE EXECUTE ON FUNCTION one(a int) FROM PUBLIC");
    }

    @Test
    void revokesPrivilegesWithTheGrantOptionAndGrantsBoth(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "GRANT SELECT ON orders TO pg_monitor WITH GRANT OPTION")
                .restores(
                        operation(op -> op.revoke(
                                Privileges.of("SELECT", "pg_monitor"),
                                DatabaseObject.table("orders"),
                                Revoke::existingGrantOption)),
                        "REVOKE SELECT ON TABLE orders FROM pg_monitor");
    }

    @Test
    void revokesTheGrantOptionAndGrantsItAgain(TestDatabase database) {
        RoundTrip.on(database, ORDERS, "GRANT SELECT ON orders TO pg_monitor WITH GRANT OPTION")
                .restores(
                        operation(op -> op.revoke(
                                Privileges.of("SELECT", "pg_monitor"),
                                DatabaseObject.table("orders"),
                                Revoke::grantOptionFor)),
                        "REVOKE GRANT OPTION FOR SELECT ON TABLE orders FROM pg_monitor");
    }

    @Test
    void revokesForGoodWhatNobodyNames(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        operation(op -> op.revoke("ALL", "orders", "pg_monitor")),
                        "Nobody knows which privileges on table 'orders' there were before; name them instead of ALL.");
        Privileges select = Privileges.of("SELECT", "pg_monitor");
        RoundTrip.on(database)
                .hasNoWayBack(
                        operation(op -> op.revoke(select, DatabaseObject.table("orders"), Revoke::cascade)),
                        "CASCADE takes privileges from roles that nobody has named; revoke those on table 'orders' first.");
        RoundTrip.on(database)
                .hasNoWayBack(
                        operation(op -> op.revoke(select, AllInSchema.tables("public"))),
                        "Nobody knows which privileges there were on every table of the schema 'public' before; revoke"
                                + " them one by one.");
        assertThat(operation(op -> op.revoke(select, DatabaseObject.table("orders"), Revoke::cascade))
                        .statements())
                .containsExactly("REVOKE SELECT ON TABLE orders FROM pg_monitor CASCADE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SELECT,", "SELECT; DROP", "SELECT (id)"})
    void refusesWhatIsNoPrivilege(String words) {
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> Privileges.of(words, "a"));
    }

    @Test
    void namesSomebody() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Privileges.of("SELECT"))
                .withMessage("A list of roles without any. Name at least one.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new Privileges(List.of(), List.of("a")));
    }

    @Test
    void grantsByDefaultAndRevokesThat(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing")
                .restores(
                        operation(op -> op.grantByDefault(
                                Privileges.of("SELECT, INSERT", "pg_monitor"),
                                ObjectKind.TABLE,
                                privileges -> privileges
                                        .forRoles(database.username())
                                        .inSchemas("public", "billing")
                                        .withGrantOption())),
                        "ALTER DEFAULT PRIVILEGES FOR ROLE " + database.username() + " IN SCHEMA public, billing GRANT"
                                + " SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION");
    }

    @Test
    void revokesByDefaultAndGrantsThat(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.revokeByDefault(
                                Privileges.of("EXECUTE", "PUBLIC"), ObjectKind.FUNCTION, privileges -> privileges)),
                        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        assertThat(operation(op -> op.revokeByDefault(
                                Privileges.of("ALL", "PUBLIC"), ObjectKind.TYPE, privileges -> privileges))
                        .inverse()
                        .obstacle())
                .isEqualTo(
                        "Nobody knows which default privileges on types there were before; name them instead of ALL.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> AlterDefaultPrivileges.grant(USAGE, ObjectKind.VIEW));
    }
}
