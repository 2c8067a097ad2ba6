/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class SchemaOperationsTests {

    @Test
    void createsASchemaAndDropsIt(TestDatabase database) {
        RoundTrip.on(database).restores(operation(op -> op.createSchema("Billing")), "CREATE SCHEMA \"Billing\"");
    }

    @Test
    void createsASchemaForARole(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createSchema("billing", schema -> schema.authorization("pg_monitor"))),
                        "CREATE SCHEMA billing AUTHORIZATION pg_monitor");
        assertThat(operation(op -> op.createSchema(
                                "billing", schema -> schema.ifNotExists().authorization("current_user")))
                        .statements())
                .containsExactly("CREATE SCHEMA IF NOT EXISTS billing AUTHORIZATION CURRENT_USER");
    }

    @Test
    void renamesASchemaAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing")
                .restores(operation(op -> op.renameSchema("billing", "fees")), "ALTER SCHEMA billing RENAME TO fees");
    }

    @Test
    void dropsASchemaAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing")
                .restores(operation(op -> op.dropSchema(CreateSchema.of("billing"))), "DROP SCHEMA billing");
        assertThat(operation(op -> op.dropSchema("billing")).inverse().exists()).isFalse();
        assertThat(operation(op ->
                                op.dropSchema("billing", drop -> drop.ifExists().cascade()))
                        .statements())
                .containsExactly("DROP SCHEMA IF EXISTS billing CASCADE");
    }

    @Test
    void installsAnExtensionAndTakesItAway(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA extensions")
                .restores(
                        operation(op -> op.createExtension(
                                "pg_trgm",
                                extension -> extension.schema("extensions").version("1.5"))),
                        "CREATE EXTENSION pg_trgm SCHEMA extensions VERSION '1.5'");
    }

    @Test
    void takesAnExtensionAwayAndInstallsItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION \"uuid-ossp\"")
                .restores(
                        operation(op -> op.dropExtension(CreateExtension.of("uuid-ossp"))),
                        "DROP EXTENSION \"uuid-ossp\"");
        assertThat(operation(op -> op.dropExtension("pg_trgm")).inverse().exists())
                .isFalse();
        assertThat(operation(op -> op.dropExtension("pg_trgm", DropObject::cascade))
                        .statements())
                .containsExactly("DROP EXTENSION pg_trgm CASCADE");
    }

    @Test
    void installsWithWhatIsNeededForGood() {
        Operation create = operation(op -> op.createExtension("earthdistance", CreateExtension::cascade));
        assertThat(create.statements()).containsExactly("CREATE EXTENSION earthdistance CASCADE");
        assertThat(create.inverse().obstacle())
                .isEqualTo(
                        "CASCADE installs what the extension 'earthdistance' needs, too; create those by operations of"
                                + " their own.");
        assertThat(operation(op -> op.createExtension(
                                "pg_trgm", extension -> extension.cascade().ifNotExists()))
                        .inverse()
                        .obstacle())
                .isEqualTo("The extension 'pg_trgm' may have been there before; leave out ifNotExists.");
        assertThat(operation(op -> op.createExtension("pg_trgm")).statements())
                .containsExactly("CREATE EXTENSION pg_trgm");
    }

    @Test
    void updatesAnExtensionForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION pg_trgm VERSION '1.5'")
                .hasNoWayBack(
                        operation(op -> op.updateExtension("pg_trgm", "1.6")),
                        "Few extensions have a script that leads back to an older version; if 'pg_trgm' has, say so in a"
                                + " block that says both ways.");
        assertThat(operation(op -> op.updateExtension("pg_trgm")).statements())
                .containsExactly("ALTER EXTENSION pg_trgm UPDATE");
    }

    @Test
    void movesAThingToAnotherSchemaAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing", "CREATE FUNCTION one(a int) RETURNS int RETURN 1")
                .restores(
                        operation(op -> op.setSchema(DatabaseObject.function("public.one(int)"), "billing")),
                        "ALTER FUNCTION public.one(int) SET SCHEMA billing");
        assertThat(operation(op -> op.setSchema(DatabaseObject.sequence("order_no"), "billing"))
                        .inverse()
                        .obstacle())
                .isEqualTo("Nothing says which schema the sequence 'order_no' comes from; name it with its schema.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new MoveObject(DatabaseObject.trigger("touch", "orders"), "billing"))
                .withMessageContaining("The trigger 'touch' of 'orders' cannot be moved to the schema 'billing'.");
    }

    @Test
    void givesAThingToARoleAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one")
                .restores(
                        operation(op -> op.ownerTo(
                                DatabaseObject.materializedView("totals"), "pg_monitor", database.username())),
                        "ALTER MATERIALIZED VIEW totals OWNER TO pg_monitor");
        assertThat(operation(op -> op.ownerTo(DatabaseObject.schema("billing"), "SESSION_USER")))
                .satisfies(operation -> {
                    assertThat(operation.statements()).containsExactly("ALTER SCHEMA billing OWNER TO SESSION_USER");
                    assertThat(operation.inverse().obstacle())
                            .isEqualTo("Nothing says who owned the schema 'billing' before; give its existing owner.");
                });
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new ChangeOwner(DatabaseObject.policy("own", "orders"), "pg_monitor", null));
    }
}
