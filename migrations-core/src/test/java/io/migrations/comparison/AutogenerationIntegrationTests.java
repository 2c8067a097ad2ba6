/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.authoring.SqlLayout;
import io.migrations.schema.Change;
import io.migrations.schema.ObjectFilter;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class AutogenerationIntegrationTests {

    private static final String ORDERS = "CREATE TABLE orders (id int PRIMARY KEY, qty int, state text);";

    private static ScratchFixture shop(TestDatabase database, Path folder) {
        return new ScratchFixture(database, folder)
                .script(
                        "001_orders.sql",
                        "-- Upgrade\n" + ORDERS
                                + "\nINSERT INTO orders VALUES (1, 2, 'new');\n-- Downgrade\nDROP TABLE orders;");
    }

    private static Autogeneration on(ScratchFixture fixture) {
        return Autogeneration.of(fixture.migrator(), fixture.scratch());
    }

    private static SchemaModel script(String... statements) {
        return SchemaModel.of("the script", true, List.of(statements));
    }

    private static SchemaModel entities(String... statements) {
        return SchemaModel.of("the entities", false, List.of(statements));
    }

    private static String upgrade(Proposal proposal) {
        return text(proposal.revisions().get(0).upgrade());
    }

    private static String text(List<Change> changes) {
        return SqlLayout.of(changes);
    }

    /** Writes what is proposed beside the other scripts, as a person would after a review. */
    private static void write(ScratchFixture fixture, Proposal proposal) {
        for (int i = 0; i < proposal.revisions().size(); i++) {
            GeneratedRevision revision = proposal.revisions().get(i);
            fixture.script(
                    "10%d_generated.sql".formatted(i),
                    (revision.isTransactional() ? "" : "-- Transactional: false\n") + "-- Upgrade\n"
                            + text(revision.upgrade()) + "\n-- Downgrade\n" + text(revision.downgrade()));
        }
    }

    @Test
    void whatIsMissingIsWrittenOnceAndLeavesNothingBehind(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);
        SchemaModel model = script(
                "CREATE TYPE state AS ENUM ('new', 'done')",
                "CREATE TABLE orders (id int PRIMARY KEY, qty bigint NOT NULL DEFAULT 1, state state)",
                "CREATE VIEW open_orders AS SELECT id FROM orders WHERE state = 'new'");

        Proposal proposal = on(fixture).towards(model);
        write(fixture, proposal);

        assertThat(proposal.revisions()).hasSize(1);
        assertThat(upgrade(proposal))
                .contains(
                        "ALTER COLUMN qty TYPE bigint", "USING state::public.state", "CREATE VIEW public.open_orders");
        assertThat(on(fixture).towards(model).isEmpty()).isTrue();
        assertThat(on(fixture).difference(model).isEmpty()).isTrue();
        // Rows that a revision seeds are no part of the proof, and those of the application's database are there.
        fixture.migrator().upgrade("head");
        assertThat(fixture.verify().text()).startsWith("Each downgrade restores what was there");
        assertThat(fixture.scratchDatabases()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT qty FROM orders")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void tablesThatTheModelDoesNotKnowAreLeftAloneUnlessAsked(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder).script("002_legacy.sql", """
                        -- Upgrade
                        CREATE TYPE mood AS ENUM ('fine');
                        CREATE TABLE legacy (id serial PRIMARY KEY, mood mood, order_id int REFERENCES orders);
                        -- Downgrade
                        DROP TABLE legacy;
                        DROP TYPE mood;
                        """);

        Proposal proposal = on(fixture).towards(script(ORDERS));

        assertThat(proposal.isEmpty()).isTrue();
        assertThat(proposal.leftAlone()).containsExactly("public.legacy");

        Proposal dropping = on(fixture).droppingUnknownTables(true).towards(script(ORDERS));

        assertThat(upgrade(dropping)).contains("Data loss", "DROP TABLE public.legacy;", "DROP TYPE public.mood;");
        assertThat(text(dropping.revisions().get(0).downgrade()))
                .contains("CREATE TABLE public.legacy", "FOREIGN KEY (order_id)", "OWNED BY public.legacy.id");
        assertThat(on(fixture)
                        .droppingUnknownTables(true)
                        .about(ObjectFilter.of(List.of(), List.of("legacy", "mood")))
                        .towards(script(ORDERS))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nothingIsTakenForRenamedUnlessSomebodySaysSo(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);
        SchemaModel model = script("CREATE TABLE orders (id int PRIMARY KEY, quantity int, state text)");

        Proposal unasked = on(fixture).towards(model);

        assertThat(upgrade(unasked))
                .contains(
                        "Data loss", "'--rename orders.qty=quantity' keeps", "DROP COLUMN qty", "ADD COLUMN quantity");
        assertThat(unasked.offered()).hasSize(1);

        Proposal confirmed =
                on(fixture).renaming((candidates, from) -> candidates).towards(model);

        assertThat(upgrade(confirmed)).isEqualTo("ALTER TABLE public.orders RENAME COLUMN qty TO quantity;");
        assertThat(text(confirmed.revisions().get(0).downgrade()))
                .isEqualTo("ALTER TABLE public.orders RENAME COLUMN quantity TO qty;");
    }

    @Test
    void enumValuesAreCommittedBeforeTheyAreUsed(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = new ScratchFixture(database, folder).script("001_orders.sql", """
                        -- Upgrade
                        CREATE TYPE state AS ENUM ('new');
                        CREATE TABLE orders (id int PRIMARY KEY, state state DEFAULT 'new');
                        -- Downgrade
                        DROP TABLE orders;
                        DROP TYPE state;
                        """);
        SchemaModel model = script(
                "CREATE TYPE state AS ENUM ('new', 'open')",
                "CREATE TABLE orders (id int PRIMARY KEY, state state DEFAULT 'open')");

        Proposal proposal = on(fixture).towards(model);
        write(fixture, proposal);

        assertThat(proposal.revisions()).hasSize(2);
        assertThat(upgrade(proposal)).isEqualTo("ALTER TYPE public.state ADD VALUE 'open';");
        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("001");
        assertThat(on(fixture).towards(model).isEmpty()).isTrue();
    }

    @Test
    void stepsThatLetOthersWriteAreRevisionsOfTheirOwn(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder)
                .script(
                        "002_index.sql",
                        "-- Upgrade\nCREATE INDEX by_qty ON orders (qty);\n-- Downgrade\nDROP INDEX by_qty;");
        SchemaModel model = script(
                "CREATE TABLE customers (id int PRIMARY KEY)",
                "CREATE TABLE orders (id int PRIMARY KEY, qty int NOT NULL CHECK (qty > 0), state text UNIQUE,"
                        + " customer int REFERENCES customers)",
                "CREATE INDEX by_qty ON orders (qty DESC)");

        Proposal proposal = on(fixture).online(true).towards(model);
        write(fixture, proposal);

        assertThat(proposal.revisions())
                .extracting(GeneratedRevision::about, GeneratedRevision::isTransactional)
                .containsExactly(
                        tuple("", true), tuple("indexes", false), tuple("keys", true), tuple("validation", true));
        assertThat(upgrade(proposal))
                .contains("NOT VALID", "RENAME TO by_qty__old")
                .doesNotContain("SET NOT NULL");
        assertThat(text(proposal.revisions().get(1).upgrade()))
                .contains("CREATE INDEX CONCURRENTLY by_qty", "DROP INDEX CONCURRENTLY public.by_qty__old");
        fixture.migrator().upgrade("head");
        assertThat(on(fixture).towards(model).isEmpty()).isTrue();
        fixture.migrator().downgrade("002");
        assertThat(fixture.verify().text()).startsWith("Each downgrade restores what was there");
    }

    @Test
    void nothingIsWithoutItsKeyMeanwhileAndPartedIndexesAreMadeAtOnce(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = new ScratchFixture(database, folder).script("001_things.sql", """
                        -- Upgrade
                        CREATE TABLE things (a int NOT NULL, c int NOT NULL, CONSTRAINT u UNIQUE (a));
                        CREATE TABLE event (at date NOT NULL, kind text) PARTITION BY RANGE (at);
                        CREATE TABLE event_rest PARTITION OF event DEFAULT;
                        CREATE INDEX event_kind ON event (kind);
                        -- Downgrade
                        DROP TABLE things, event;
                        """);
        SchemaModel model = SchemaModel.of("the script", true, List.of("""
                        CREATE TABLE things (a int NOT NULL, c int NOT NULL, CONSTRAINT u UNIQUE (a, c));
                        CREATE TABLE event (at date NOT NULL, kind text) PARTITION BY RANGE (at);
                        CREATE TABLE event_rest PARTITION OF event DEFAULT;
                        CREATE INDEX event_kind ON event (kind, at)"""));

        Proposal proposal = on(fixture).online(true).towards(model);

        assertThat(proposal.revisions())
                .singleElement()
                .satisfies(revision -> assertThat(text(revision.upgrade()))
                        .contains("DROP CONSTRAINT u", "ADD CONSTRAINT u UNIQUE (a, c)", "CREATE INDEX event_kind")
                        .doesNotContain("CONCURRENTLY"));
        assertThat(proposal.revisions().get(0).upgrade())
                .flatExtracting(Change::remarks)
                .anyMatch(remark -> remark.contains("no index of a partitioned table concurrently"))
                .anyMatch(remark -> remark.contains("its predecessor of the same name goes at once"));
    }

    @Test
    void whatGoesWithAColumnAndBecauseOfItIsNamed(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder).script("002_more.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD CONSTRAINT positive CHECK (qty > 0);
                        CREATE INDEX by_qty ON orders (qty);
                        CREATE VIEW big AS SELECT id FROM orders WHERE qty > 9;
                        CREATE POLICY small ON orders USING (qty < 9);
                        -- Downgrade
                        DROP POLICY small ON orders;
                        DROP VIEW big;
                        DROP INDEX by_qty;
                        ALTER TABLE orders DROP CONSTRAINT positive;
                        """);
        SchemaModel entities =
                SchemaModel.of("the entities", false, List.of("CREATE TABLE orders (id int PRIMARY KEY, state text)"));

        assertThat(upgrade(on(fixture).towards(entities)))
                .contains(
                        "-- It cannot be without the column 'qty' of 'public.orders', which goes.\nDROP VIEW public.big;",
                        "-- It cannot be without the column 'qty' of 'public.orders', which goes.\nDROP POLICY small",
                        "With it go the constraint 'positive' of 'public.orders', the index 'by_qty' of 'public.orders'.");
    }

    @Test
    void entitiesLeaveAloneWhatTheyDoNotSay(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = new ScratchFixture(database, folder).script("001_orders.sql", """
                        -- Upgrade
                        CREATE TABLE customers (id bigserial PRIMARY KEY, name text NOT NULL);
                        CREATE TABLE orders (
                          id bigserial PRIMARY KEY,
                          customer_id bigint NOT NULL CONSTRAINT orders_customer REFERENCES customers ON DELETE CASCADE,
                          note text DEFAULT 'none',
                          placed_at timestamptz NOT NULL DEFAULT now(),
                          words tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(note, ''))) STORED,
                          CONSTRAINT short CHECK (length(note) < 1000));
                        CREATE INDEX orders_words ON orders USING gin (words);
                        CREATE UNIQUE INDEX one_note ON orders (customer_id, note);
                        CREATE VIEW notes AS SELECT note FROM orders;
                        CREATE TABLE legacy (id int);
                        -- Downgrade
                        DROP VIEW notes;
                        DROP TABLE orders, customers, legacy;
                        """);
        String customers =
                "create table customers (id bigint generated by default as identity, name varchar(255) not null,"
                        + " primary key (id))";
        String orders =
                "create table orders (id bigint generated by default as identity, customer_id bigint not null, %s"
                        + " note varchar(255), placed_at timestamp(6) with time zone not null, primary key (id),"
                        + " unique (customer_id, note))";
        String key =
                "alter table if exists orders add constraint FKabc123 foreign key (customer_id) references customers";

        assertThat(on(fixture)
                        .towards(entities(customers, orders.formatted(""), key))
                        .isEmpty())
                .isTrue();

        Proposal proposal = on(fixture)
                .towards(entities(
                        customers, orders.formatted("state varchar(8) not null check (state in ('A', 'B')),"), key));

        assertThat(upgrade(proposal))
                .contains("ADD COLUMN state character varying(8) NOT NULL", "orders_state_check")
                .doesNotContain("DROP", "note", "legacy");
        assertThat(proposal.leftAlone()).containsExactly("public.legacy");
    }

    @Test
    void whatRepeatableScriptsMakeIsChangedThere(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder)
                .script(
                        "repeatable/big_orders.sql",
                        "CREATE OR REPLACE VIEW big_orders AS SELECT id FROM orders WHERE qty > 9;");

        assertThat(on(fixture).towards(script(ORDERS)).isEmpty()).isTrue();
        assertThat(on(fixture)
                        .towards(script(ORDERS, "CREATE VIEW big_orders AS SELECT id FROM orders WHERE qty > 99"))
                        .isEmpty())
                .isTrue();
        assertThat(upgrade(on(fixture)
                        .towards(script("CREATE TABLE orders (id int PRIMARY KEY, qty bigint, state text)"))))
                .doesNotContain("big_orders");
    }

    @Test
    void aModelThatFailsSaysWhere(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);

        assertThatExceptionOfType(InvalidSchemaModelException.class)
                .isThrownBy(() -> on(fixture).towards(script("CREATE TABLE a (id nonsense)")))
                .withMessageContaining("type \"nonsense\" does not exist")
                .withMessageContaining("the script:1:20");
        assertThat(fixture.scratchDatabases()).isEmpty();
    }

    @Test
    void whatCannotBeProvenIsNotWritten(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder)
                .script(
                        "002_view.sql",
                        "-- Upgrade\nCREATE VIEW v AS SELECT qty FROM orders;\n-- Downgrade\nDROP VIEW v;");
        SchemaModel model = script("CREATE TABLE orders (id int PRIMARY KEY, qty bigint, state text)");

        assertThatExceptionOfType(UnprovenDifferenceException.class)
                .isThrownBy(() -> on(fixture)
                        .about(ObjectFilter.of(List.of(), List.of("view:v")))
                        .towards(model))
                .satisfies(fault -> {
                    assertThat(fault.script()).contains("TYPE bigint");
                    assertThat(fault.detail()).contains("view v depends on column \"qty\"");
                });
        assertThat(fixture.scratchDatabases()).isEmpty();
    }

    @Test
    void oneGivenDatabaseIsEnough(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);
        try (TestDatabase given = TestDatabase.create()) {
            ScratchSource scratch = ScratchSource.given(given.url(), given.username(), given.password());
            Autogeneration generation = Autogeneration.of(fixture.migrator(), scratch);

            Proposal proposal = generation.towards(script(ORDERS, "CREATE TABLE more (id int)"));

            assertThat(upgrade(proposal)).startsWith("CREATE TABLE public.more");
            assertThat(given.tables()).isEmpty();
        }
    }
}
