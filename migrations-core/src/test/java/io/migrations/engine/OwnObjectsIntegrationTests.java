/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.history.RepeatableRow;
import io.migrations.history.RepeatableSet;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which objects a repeatable script takes for its own, and what it does not lose of them. */
@DatabaseTest
class OwnObjectsIntegrationTests {

    private MigratorFixture fixture;
    private String reader;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        reader = "reader_" + database.name();
        database.execute("CREATE ROLE " + reader);
        fixture = new MigratorFixture(database, folder)
                .script(
                        "001_orders.sql",
                        "CREATE TABLE orders (id int, amount int); CREATE SCHEMA a; CREATE SCHEMA b;");
    }

    @AfterEach
    void dropRole() {
        fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(reader));
    }

    @Test
    void aGrantOnAllTablesMakesNoViewOfTheSameNameItsOwn() {
        String grant = "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader + ";";
        fixture.script("002_view.sql", "CREATE VIEW public.totals AS SELECT 1 AS one;")
                .script(
                        "repeatable/totals.sql",
                        "CREATE OR REPLACE VIEW a.totals AS SELECT id, amount FROM orders;" + grant);
        upgrade();
        assertThat(objectsOf("totals")).containsExactly("a.totals");

        fixture.script("repeatable/totals.sql", "CREATE OR REPLACE VIEW a.totals AS SELECT id FROM orders;" + grant);
        upgrade();

        assertThat(exists("public.totals")).isTrue();
        assertThat(objectsOf("totals")).containsExactly("a.totals");
    }

    @Test
    void aGrantOnAllFunctionsMakesNoOtherArgumentsItsOwn() {
        String function = "CREATE OR REPLACE FUNCTION fee(a %s) RETURNS %s LANGUAGE sql AS 'SELECT 1';";
        String grant = "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO " + reader + ";";
        fixture.script("repeatable/a_text.sql", function.formatted("text", "int"))
                .script("repeatable/b_int.sql", function.formatted("int", "int") + grant);
        upgrade();
        assertThat(objectsOf("b_int")).containsExactly("public.fee(integer)");

        fixture.script("repeatable/b_int.sql", function.formatted("int", "bigint") + grant);
        upgrade();

        assertThat(word("SELECT to_regprocedure('fee(text)')::text")).isEqualTo("fee(text)");
    }

    @Test
    void theObjectOfAnotherScriptStaysThatScripts() {
        fixture.script("repeatable/a.sql", "CREATE OR REPLACE VIEW shared AS SELECT 1 AS one;")
                .script("repeatable/b.sql", "CREATE OR REPLACE VIEW shared AS SELECT 2 AS one;");

        upgrade();

        assertThat(objectsOf("a")).containsExactly("public.shared");
        assertThat(objectsOf("b")).isEmpty();
    }

    @Test
    void anObjectThatMovesToAnotherScriptBelongsToIt() {
        fixture.script("repeatable/b.sql", "CREATE OR REPLACE VIEW moved AS SELECT 1 AS one, 2 AS two;");
        upgrade();
        fixture.script("repeatable/a.sql", "CREATE OR REPLACE VIEW moved AS SELECT 1 AS one, 2 AS two;")
                .script("repeatable/b.sql", "CREATE OR REPLACE VIEW other AS SELECT 1 AS one;");

        upgrade();

        assertThat(objectsOf("a")).containsExactly("public.moved");
        assertThat(objectsOf("b")).containsExactly("public.other");
    }

    @Test
    void whatTheScriptNoLongerMakesStays() {
        fixture.script(
                "repeatable/two.sql",
                "CREATE OR REPLACE VIEW v1 AS SELECT 1 AS a; CREATE OR REPLACE VIEW v2 AS SELECT 1 AS a, 2 AS b;");
        upgrade();
        fixture.database.execute("GRANT SELECT ON v1, v2 TO " + reader);
        fixture.script("repeatable/two.sql", "CREATE OR REPLACE VIEW v2 AS SELECT 1 AS a;");

        upgrade();

        assertThat(exists("v1")).isTrue();
        assertThat(aclOf("v1")).contains(reader);
        assertThat(aclOf("v2")).contains(reader);
        assertThat(objectsOf("two")).containsExactly("public.v2");
    }

    @Test
    void whatTheScriptNoLongerMakesGoesWhereItSaysSo() {
        fixture.script(
                "repeatable/two.sql",
                "CREATE OR REPLACE VIEW v2 AS SELECT 1 AS a, 2 AS b; CREATE OR REPLACE VIEW v1 AS SELECT a FROM v2;");
        upgrade();
        fixture.script("repeatable/two.sql", "CREATE OR REPLACE VIEW v2 AS SELECT 1 AS a;");
        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(this::upgrade)
                .satisfies(failed -> assertThat(failed.dependents()).containsExactly("view public.v1"));

        fixture.script("repeatable/two.sql", "DROP VIEW IF EXISTS v1; CREATE OR REPLACE VIEW v2 AS SELECT 1 AS a;");
        upgrade();

        assertThat(exists("v1")).isFalse();
        assertThat(objectsOf("two")).containsExactly("public.v2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW totals_new AS SELECT id FROM orders; DROP VIEW IF EXISTS totals;"
                        + "ALTER VIEW totals_new RENAME TO totals;",
                "DO $$ BEGIN DROP VIEW IF EXISTS totals; EXECUTE 'CREATE VIEW totals AS SELECT id FROM orders'; END $$;"
            })
    void aNewViewThatTakesTheNameOfTheOldOneGetsItsPrivileges(String replacement) {
        fixture.script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT amount AS total FROM orders;");
        upgrade();
        fixture.database.execute("GRANT SELECT ON totals TO " + reader);
        fixture.script("repeatable/totals.sql", replacement);

        upgrade();

        assertThat(aclOf("totals")).contains(reader);
        assertThat(objectsOf("totals")).containsExactly("public.totals");
    }

    @Test
    void aViewOfTheSameNameInAnotherSchemaIsNoRenamedFile() {
        fixture.script("repeatable/one.sql", "CREATE OR REPLACE VIEW a.v AS SELECT 1 AS x, 2 AS y;");
        upgrade();
        fixture.without("repeatable/one.sql")
                .script("repeatable/two.sql", "CREATE OR REPLACE VIEW b.v AS SELECT 1 AS x, 2 AS y;");
        upgrade();
        assertThat(objectsOf("one")).containsExactly("a.v");
        assertThat(objectsOf("two")).containsExactly("b.v");

        fixture.script("repeatable/two.sql", "CREATE OR REPLACE VIEW b.v AS SELECT 1 AS x;");
        upgrade();

        assertThat(exists("a.v")).isTrue();
    }

    private void upgrade() {
        fixture.migrator().upgrade("head");
        assertThat(fixture.migrator().planUpgrade("head").isEmpty()).isTrue();
    }

    private List<String> objectsOf(String script) {
        return new RepeatableSet(fixture.settings().tables())
                .rows(fixture.database.jdbc()).stream()
                        .filter(row -> row.name().equals(script))
                        .map(RepeatableRow::objects)
                        .findFirst()
                        .orElseThrow();
    }

    private String aclOf(String view) {
        return word("SELECT relacl::text FROM pg_class WHERE relname = '" + view + "'");
    }

    private boolean exists(String view) {
        return Boolean.parseBoolean(word("SELECT (to_regclass('" + view + "') IS NOT NULL)::text"));
    }

    private String word(String query) {
        return String.valueOf(
                fixture.database.jdbc().sql(query).query(String.class).single());
    }
}
