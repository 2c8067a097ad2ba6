/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static io.migrations.operation.Sql.sql;
import static io.migrations.operation.TableElement.check;
import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.TableElement.unique;
import static io.migrations.operation.Types.BIGINT;
import static io.migrations.operation.Types.TEXT;
import static io.migrations.operation.Types.TIMESTAMPTZ;
import static io.migrations.operation.Types.numeric;
import static io.migrations.operation.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.operation.Rows;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revisions that docs/java-revisions.md shows: the page has them as they are here, and here they run. */
@DatabaseTest
class JavaRevisionsPageTests {

    @RevisionHeader(id = "004", revises = "003")
    static final class RenameOrderQuantity implements ReversibleRevision {

        @Override
        public void change(ReversibleOperations op) {
            op.renameColumn("orders", "qty", "quantity");
            op.createIndex("ix_orders_quantity", "orders", "quantity");
        }
    }

    @RevisionHeader(
            id = "a1",
            revises = {})
    static final class CreateAccounts implements ReversibleRevision {

        @Override
        public void change(ReversibleOperations op) {
            op.createTable(
                    "accounts",
                    column("id", BIGINT).identity().primaryKey(),
                    column("email", varchar(255)).notNull(),
                    column("balance", numeric(18, 4)).notNull().serverDefault(0),
                    column("opened_at", TIMESTAMPTZ).notNull().serverDefault(sql("now()")),
                    unique("email").named("uq_accounts_email"),
                    check("ck_accounts_balance", "balance >= 0"));
        }
    }

    @RevisionHeader(id = "a2", revises = "a1")
    static final class LowerEmails implements ReversibleRevision {

        @Override
        public void change(ReversibleOperations op) {
            op.addColumn("accounts", column("email_as_typed", TEXT));
            op.reversible(
                    up -> up.execute("UPDATE accounts SET email_as_typed = email, email = lower(email)"),
                    down -> down.execute("UPDATE accounts SET email = email_as_typed"));
        }
    }

    @RevisionHeader(id = "a3", revises = "a2")
    static final class DropEmailAsTyped implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.dropColumn("accounts", "email_as_typed");
        }

        @Override
        public void downgrade(Operations op) {
            op.irreversible("What people typed is gone.");
        }
    }

    @RevisionHeader(id = "a4", revises = "a3")
    static final class SeedAccounts implements ReversibleRevision {

        @Override
        public void change(ReversibleOperations op) {
            op.bulkInsert(
                    "accounts",
                    Rows.of("email", "balance")
                            .row("ada@example.com", new BigDecimal("100.00"))
                            .row("grace@example.com", 0),
                    insert -> insert.keyColumns("email"));
        }
    }

    @RevisionHeader(id = "a5", revises = "a4")
    static final class NumberAccounts implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.addColumn("accounts", column("number", TEXT));
            List<Long> ids = op.jdbc()
                    .sql("SELECT id FROM accounts ORDER BY opened_at, id")
                    .query(Long.class)
                    .list();
            for (int i = 0; i < ids.size(); i++) {
                op.jdbc()
                        .sql("UPDATE accounts SET number = :number WHERE id = :id")
                        .param("number", "A-%06d".formatted(i + 1))
                        .param("id", ids.get(i))
                        .update();
            }
            op.alterColumn("accounts", "number", number -> number.nullable(false));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropColumn("accounts", "number");
        }
    }

    @Test
    void thePageShowsThemAsTheyAre() throws IOException {
        String here =
                words(Files.readString(Path.of("src/test/java/io/migrations/engine/JavaRevisionsPageTests.java")));
        List<String> shown = new ArrayList<>();
        String[] parts = Files.readString(Path.of("../docs/java-revisions.md")).split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            shown.add(parts[i].replaceFirst("^java", ""));
        }

        assertThat(shown).hasSize(6).allSatisfy(example -> assertThat(here).contains(words(example)));
    }

    @Test
    void theyRunThereAndBack(TestDatabase database, @TempDir Path folder) {
        database.execute("CREATE TABLE unrelated (id int)");
        var fixture = new MigratorFixture(database, folder)
                .script(
                        "003_orders.sql",
                        "-- Revises:\n\n-- Upgrade\nCREATE TABLE orders (qty int);\n-- Downgrade\nDROP TABLE orders;")
                .revisions(
                        new RenameOrderQuantity(),
                        new CreateAccounts(),
                        new LowerEmails(),
                        new DropEmailAsTyped(),
                        new SeedAccounts(),
                        new NumberAccounts());
        Catalog before = Catalog.of(database.jdbc());

        fixture.migrator().upgrade("a2");
        fixture.migrator().upgrade("004");
        fixture.migrator().downgrade("base");
        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);

        fixture.migrator().upgrade("a3");
        Catalog seeded = Catalog.of(database.jdbc());
        fixture.migrator().upgrade("heads");
        assertThat(database.jdbc()
                        .sql("SELECT email || ' ' || number FROM accounts ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("ada@example.com A-000001", "grace@example.com A-000002");

        fixture.migrator().downgrade("a3");
        fixture.migrator().downgrade("003@base");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM accounts")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(seeded.lines()).containsAll(Catalog.of(database.jdbc()).lines());
    }

    /** Without layout, and without the word that nesting needs. */
    private static String words(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("static"))
                .collect(Collectors.joining(" "))
                .replaceAll("\\bstatic final\\b", "final")
                .replaceAll("\\s+", "");
    }
}
