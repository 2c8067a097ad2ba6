/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static io.migrations.schema.SchemaFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What is read of a database, and how the connection is left. */
@DatabaseTest
class SnapshotReaderIntegrationTests {

    private static final ObjectKey CUSTOMER = ObjectKey.in("billing", SchemaKind.TABLE, "customer");
    private static final ObjectKey EVENT = ObjectKey.in("public", SchemaKind.TABLE, "event");
    private static final ObjectKey WEIRD = ObjectKey.in("Weird \"Schema", SchemaKind.TABLE, "Weird \"Name\"");

    @Test
    void everythingIsReadWithItsProperties(TestDatabase database) {
        SchemaFixture.create(database);
        Snapshot snapshot = SchemaFixture.read(database);

        var kinds = snapshot.objects().keySet().stream().map(ObjectKey::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(SchemaKind.class));
        tablesAreRead(snapshot);
        partsAreRead(snapshot);
        othersAreRead(snapshot);
        whatIsNoPartOfTheSchemaIsLeftOut(snapshot);
        dependenciesAreFolded(snapshot);
    }

    private static void tablesAreRead(Snapshot snapshot) {
        assertThat(snapshot.find(CUSTOMER).orElseThrow().properties())
                .containsEntry("comment", "Who pays")
                .containsEntry("options", "fillfactor=70\ntoast.autovacuum_enabled=false")
                .containsEntry("replica identity", "full")
                .containsEntry("row security", "enabled")
                .containsEntry("row security forced", "yes")
                .containsEntry("clustered on", "customer_pkey");
        assertThat(snapshot.find(CUSTOMER).orElseThrow().lines("privileges"))
                .contains("<owner>: SELECT", "PUBLIC: SELECT", "reader_one: INSERT WITH GRANT OPTION");
        assertThat(snapshot.find(EVENT).orElseThrow().properties()).containsOnlyKeys("partition key");
        assertThat(snapshot.find(ObjectKey.in("public", SchemaKind.TABLE, "event_2024"))
                        .orElseThrow()
                        .get("bound"))
                .isEqualTo("FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
        assertThat(snapshot.find(ObjectKey.in("public", SchemaKind.TABLE, "dog"))
                        .orElseThrow()
                        .get("inherits"))
                .isEqualTo("public.animal");
        assertThat(snapshot.find(CUSTOMER.part(SchemaKind.COLUMN, "id")).orElseThrow())
                .satisfies(column -> assertThat(column.properties().toString())
                        .isEqualTo("{identity=always, increment=5, not null=yes, start=10, type=integer}"))
                .satisfies(column -> assertThat(column.facts().toString())
                        .isEqualTo("{base type=integer, primary key=yes, type category=N, type storage=plain}"));
        assertThat(snapshot.find(CUSTOMER.part(SchemaKind.COLUMN, "name"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .isEqualTo(
                        "{collation=pg_catalog.\"C\", comment=As on the card, not null=yes, privileges=\"Reader Two\":"
                                + " UPDATE, statistics target=300, storage=external, type=character varying(40)}");
        assertThat(snapshot.find(WEIRD.part(SchemaKind.COLUMN, "Some Column"))
                        .orElseThrow()
                        .position())
                .isEqualTo(1);
    }

    private static void partsAreRead(Snapshot snapshot) {
        assertThat(snapshot.find(CUSTOMER.part(SchemaKind.CONSTRAINT, "customer_pkey"))
                        .orElseThrow()
                        .get("definition"))
                .isEqualTo("PRIMARY KEY (id) WITH (fillfactor='80')");
        assertThat(snapshot.find(WEIRD.part(SchemaKind.CONSTRAINT, "Weird Check"))
                        .orElseThrow())
                .satisfies(check -> assertThat(check.get("definition")).endsWith(" NOT VALID"))
                .satisfies(check -> assertThat(check.fact("valid")).isEqualTo("no"));
        assertThat(snapshot.has(ObjectKey.in("public", SchemaKind.TABLE, "event_2024")
                        .part(SchemaKind.CONSTRAINT, "event_2024_pkey")))
                .isFalse();
        assertThat(snapshot.find(EVENT.part(SchemaKind.INDEX, "event_note_idx"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .isEqualTo("{definition=CREATE INDEX event_note_idx ON public.event USING btree (note)}");
        assertThat(snapshot.find(WEIRD.part(SchemaKind.INDEX, "Weird Index")).orElseThrow())
                .satisfies(index -> assertThat(index.get("statistics")).isEqualTo("1 50"))
                .satisfies(index -> assertThat(index.facts().toString())
                        .isEqualTo("{columns=\"Some Column\", expressions=yes, method=btree, unique=yes}"));
        assertThat(snapshot.find(CUSTOMER.part(SchemaKind.POLICY, "own"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .isEqualTo("{command=select, restrictive=yes, roles=\"Reader Two\"\nreader_one,"
                        + " using=((name)::text = CURRENT_USER)}");
        assertThat(snapshot.find(CUSTOMER.part(SchemaKind.TRIGGER, "touch"))
                        .orElseThrow()
                        .get("enabled"))
                .isEqualTo("disabled");
    }

    private static void othersAreRead(Snapshot snapshot) {
        assertThat(snapshot.of(SchemaKind.DEFAULT_PRIVILEGES).stream()
                        .map(object -> object.key() + " " + object.get("privileges")))
                .containsExactly(
                        "default privileges 'postgres' of 'FUNCTIONS' <owner>: EXECUTE",
                        "default privileges 'postgres' of 'billing.TABLES' reader_one: SELECT");
        assertThat(snapshot.of(SchemaKind.FUNCTION).stream()
                        .map(function -> function.key().arguments()))
                .contains("integer, VARIADIC text[]");
        assertThat(snapshot.find(ObjectKey.in("billing", SchemaKind.SEQUENCE, "loose"))
                        .orElseThrow()
                        .properties()
                        .toString())
                .isEqualTo("{cache=3, cycle=yes, increment=-2, maximum=10, minimum=-100, privileges=nobody, start=5,"
                        + " type=integer}");
        assertThat(snapshot.of(SchemaKind.RANGE).get(1).get("definition"))
                .isEqualTo(
                        "CREATE TYPE billing.period AS RANGE (subtype = date, multirange_type_name = billing.periods)");
        assertThat(snapshot.casts())
                .contains(new Cast("integer", "bigint", 'i'), new Cast("billing.address", "text", 'a'));
        assertThat(snapshot.unread()).containsExactly("1 conversion");
    }

    private static void whatIsNoPartOfTheSchemaIsLeftOut(Snapshot snapshot) {
        assertThat(snapshot.objects().keySet())
                .noneMatch(key -> (key.of() + key.name()).matches(".*(migrations_journal|similarity|trgm_).*"));
        assertThat(snapshot.of(SchemaKind.FUNCTION))
                .noneMatch(function -> function.fact("language").equals("internal"));
        assertThat(snapshot.dependencies())
                .allMatch(edge -> snapshot.has(edge.dependent()) && snapshot.has(edge.referenced()));
    }

    private static void dependenciesAreFolded(Snapshot snapshot) {
        ObjectKey serial = ObjectKey.in("billing", SchemaKind.SEQUENCE, "customer_number_seq");
        ObjectKey number = CUSTOMER.part(SchemaKind.COLUMN, "number");
        ObjectKey payer = ObjectKey.in("public", SchemaKind.VIEW, "payer");
        ObjectKey foreignKey = WEIRD.part(SchemaKind.CONSTRAINT, "Weird \"Name\"_Some Column_fkey");
        assertThat(snapshot.dependencies())
                .contains(
                        new Dependency(serial, number, true),
                        new Dependency(CUSTOMER.part(SchemaKind.DEFAULT, "number"), serial, false),
                        new Dependency(number, CUSTOMER, true),
                        new Dependency(CUSTOMER, ObjectKey.global(SchemaKind.SCHEMA, "billing"), false),
                        new Dependency(payer, CUSTOMER.part(SchemaKind.COLUMN, "name"), false),
                        new Dependency(payer, CUSTOMER, false),
                        new Dependency(ObjectKey.in("public", SchemaKind.VIEW, "payers_of_payers"), payer, false),
                        new Dependency(foreignKey, CUSTOMER.part(SchemaKind.CONSTRAINT, "customer_pkey"), false),
                        new Dependency(
                                CUSTOMER.part(SchemaKind.COLUMN, "home"),
                                ObjectKey.in("billing", SchemaKind.COMPOSITE, "address"),
                                false),
                        new Dependency(ObjectKey.in("public", SchemaKind.TABLE, "event_2024"), EVENT, true))
                .noneMatch(edge -> edge.dependent().equals(edge.referenced()))
                .noneMatch(edge ->
                        edge.dependent().equals(EVENT) && edge.referenced().kind() == SchemaKind.COLUMN);
        assertThat(snapshot.dependencies().stream()
                        .filter(edge -> edge.dependent().equals(CUSTOMER.part(SchemaKind.COLUMN, "doubled"))))
                .extracting(edge -> edge.referenced())
                .contains(CUSTOMER.part(SchemaKind.COLUMN, "id"));
    }

    @Test
    void theConnectionIsLeftAsItWas(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE a (id int, at timestamptz DEFAULT '2024-01-01 12:00+00')");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = public, pg_temp; SET TimeZone = 'Asia/Tokyo'");
            Snapshot before = READER.read(connection);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(settings(statement)).isEqualTo("public, pg_temp Asia/Tokyo off");

            connection.setAutoCommit(false);
            statement.execute("SET LOCAL search_path = public, pg_catalog; CREATE TABLE b (id int)");
            Snapshot after = READER.read(connection);
            assertThat(settings(statement)).isEqualTo("public, pg_catalog Asia/Tokyo off");
            statement.execute("INSERT INTO b VALUES (1)");
            connection.commit();

            assertThat(SnapshotComparison.of(before, after).text("missing", "new"))
                    .startsWith("+ table public.b ");
            assertThat(SchemaFixture.read(database).isSame(after)).isTrue();
        }
    }

    @Test
    void aFailedReadPutsEverythingBackToo(TestDatabase database) throws SQLException {
        try (Connection blocker = database.dataSource().getConnection();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = public, pg_temp; SET lock_timeout = '50ms'");
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE pg_publication IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> READER.read(connection)).isInstanceOf(DataAccessException.class);
            assertThat(settings(statement)).startsWith("public, pg_temp ").endsWith(" off");

            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE kept (id int)");
            assertThatThrownBy(() -> READER.read(connection)).isInstanceOf(DataAccessException.class);
            assertThat(settings(statement)).startsWith("public, pg_temp ");
            connection.commit();
            blocker.rollback();
        }
        assertThat(database.tables()).containsExactly("kept");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheSchema(TestDatabase database) throws SQLException {
        long none = statements(database);
        SchemaFixture.create(database);
        long some = statements(database);
        database.execute("""
                DO $$ BEGIN FOR i IN 1..50 LOOP
                  EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, a text UNIQUE); CREATE VIEW v%s AS SELECT * FROM t%s', i, i, i);
                END LOOP; END $$""");

        assertThat(statements(database)).isEqualTo(some).isLessThan(45);
        assertThat(none).isLessThan(some);
    }

    /** Counted by the driver's own calls: each statement executed is one. */
    private static long statements(TestDatabase database) throws SQLException {
        try (var counting = new CountingConnection(database.dataSource().getConnection())) {
            READER.read(counting.connection());
            return counting.statements();
        }
    }

    private static String settings(Statement statement) throws SQLException {
        return Arrays.asList("search_path", "TimeZone", "transaction_read_only").stream()
                .map(name -> {
                    try (var row = statement.executeQuery("SHOW " + name)) {
                        row.next();
                        return row.getString(1);
                    } catch (SQLException exception) {
                        throw new IllegalStateException(exception);
                    }
                })
                .collect(Collectors.joining(" "));
    }
}
