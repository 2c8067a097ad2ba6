/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrations.MigrationException;
import io.migrations.comparison.VerificationFinding.Kind;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class VerificationIntegrationTests {

    @Test
    void soundRevisionsAreFoundSound(TestDatabase database, @TempDir Path folder) {
        var fixture = new ScratchFixture(database, folder)
                .script("001_orders.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY);
                        INSERT INTO orders VALUES (1);
                        -- Downgrade
                        DROP TABLE orders;
                        """)
                .script("002_notes.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD COLUMN note text DEFAULT 'x';
                        -- Downgrade
                        ALTER TABLE orders DROP COLUMN note;
                        """)
                .script("003_forward.sql", "CREATE INDEX orders_note ON orders (note);")
                .script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) FROM orders;");

        Verification verification = fixture.verify().assertSound();

        assertThat(verification.revisions()).containsExactly("001", "002", "003");
        assertThat(verification.irreversible()).containsExactly("003");
        assertThat(verification.text())
                .isEqualTo("Each downgrade restores what was there: 3 revisions, up, down and up again."
                        + " No way back has been written for '003'.");
        assertThat(fixture.scratchDatabases()).isEmpty();
        assertThat(database.tables()).isEmpty();
        Verification strict = MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                .requiringDowngrades()
                .verify();
        assertThat(strict.findings()).extracting(VerificationFinding::kind).containsExactly(Kind.IRREVERSIBLE);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(strict::assertSound)
                .withMessageContaining("Revision '003' has no downgrade.");
    }

    @Test
    void eachRevisionIsTakenBackAloneWhateverTheGraphLooksLike(TestDatabase database, @TempDir Path folder) {
        var fixture = new ScratchFixture(database, folder);
        table(fixture, "a1", "");
        table(fixture, "b1", "-- Revises: a1\n-- Branch labels: left");
        table(fixture, "b2", "-- Revises: a1\n-- Branch labels: right");
        table(fixture, "c1", "-- Revises:\n-- Depends on: left");
        table(fixture, "c2", "-- Revises: c1");
        fixture.script("m1_merge.sql", "-- Revises: b1, b2\n-- Upgrade\n\n-- Downgrade\n");
        table(fixture, "n1", "-- Revises: m1\n-- Depends on: c2");
        table(fixture, "r1", "-- Revises:");

        Verification verification = MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                .withData("INSERT INTO a1 VALUES (1); INSERT INTO c2 VALUES (1); INSERT INTO n1 VALUES (1);")
                .verify()
                .assertSound();

        assertThat(verification.revisions()).containsExactlyInAnyOrder("a1", "b1", "b2", "c1", "c2", "m1", "n1", "r1");
    }

    @Test
    void whatTheWholeServerSharesIsLeftAloneUnlessThatIsAllowed(TestDatabase database, @TempDir Path folder) {
        String role = "verified_" + database.name();
        var fixture = new ScratchFixture(database, folder).script("001_role.sql", """
                -- Upgrade
                CREATE TABLE orders (id int);
                CREATE ROLE %1$s;
                -- Downgrade
                DROP ROLE %1$s;
                DROP TABLE orders;
                """.formatted(role));

        assertThat(fixture.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UPGRADE_FAILED);
            assertThat(finding.detail())
                    .contains("001_role.sql' at line 3", "CREATE ROLE reaches beyond the scratch database");
        });
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_roles WHERE rolname = ?")
                        .param(role)
                        .query(Integer.class)
                        .single())
                .isZero();
        MigrationVerifier.of(fixture.migrator(), fixture.scratch().withServerWideStatements())
                .verify()
                .assertSound();
        database.execute("DROP ROLE " + role);
    }

    private static void table(ScratchFixture fixture, String id, String header) {
        fixture.script(id + "_table.sql", """
                        %2$s
                        -- Upgrade
                        CREATE TABLE %1$s (id int);
                        -- Downgrade
                        DROP TABLE %1$s;
                        """.formatted(id, header));
    }

    @Test
    void eachKindOfBrokenRevisionIsFoundAndTheOthersAreTriedAllTheSame(TestDatabase database, @TempDir Path folder) {
        var fixture = new ScratchFixture(database, folder)
                .script("001_orders.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY, qty int DEFAULT 1);
                        INSERT INTO orders VALUES (1, 10), (2, 20);
                        CREATE TABLE items (id int);
                        -- Downgrade
                        DROP TABLE orders, items;
                        """)
                .script("002_no_default.sql", """
                        -- Upgrade
                        ALTER TABLE orders ALTER COLUMN qty DROP DEFAULT;
                        -- Downgrade
                        SELECT 1;
                        """)
                .script("003_too_much.sql", """
                        -- Upgrade
                        CREATE TABLE extra (id int);
                        -- Downgrade
                        DROP TABLE extra, items;
                        """)
                .script("004_fails.sql", """
                        -- Upgrade
                        CREATE TABLE more (id int);
                        -- Downgrade
                        DROP TABLE mor;
                        """)
                .script("005_loses.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD COLUMN total int;
                        -- Downgrade
                        ALTER TABLE orders DROP COLUMN total;
                        DELETE FROM orders WHERE id = 2;
                        """)
                .script("006_once.sql", """
                        -- Upgrade
                        CREATE SEQUENCE IF NOT EXISTS counted;
                        -- Downgrade
                        DROP SEQUENCE counted;
                        """)
                .script("007_upgrade_fails.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int);
                        -- Downgrade
                        DROP TABLE orders;
                        """)
                .script("008_on_top.sql", """
                        -- Upgrade
                        CREATE TABLE late (id int);
                        -- Downgrade
                        DROP TABLE late;
                        """);

        Verification verification = fixture.verify();

        assertThat(verification.isSound()).isFalse();
        assertThat(verification.findings())
                .extracting(finding -> finding.revision() + " " + finding.kind())
                .containsExactly(
                        "002 NOT_RESTORED",
                        "003 NOT_RESTORED",
                        "004 DOWNGRADE_FAILED",
                        "005 ROWS_CHANGED",
                        "007 UPGRADE_FAILED",
                        "008 NOT_TRIED");
        assertThat(verification.of("002").get(0).detail()).contains("qty");
        assertThat(verification.of("003").get(0).detail()).contains("items");
        assertThat(verification.of("004").get(0).detail()).contains("\"mor\" does not exist", "42P01");
        assertThat(verification.of("005").get(0).detail()).contains(": 1 row lost or changed\n", "- (2,20)");
        assertThat(verification.text()).startsWith("Of 8 revisions, 5 are not sound, and 1 could not be tried.");
    }

    @Test
    void rowsGoAlong(TestDatabase database, @TempDir Path folder) {
        var fixture = new ScratchFixture(database, folder)
                .script("001_orders.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY, note text);
                        -- Downgrade
                        DROP TABLE orders;
                        """)
                .script("002_number.sql", """
                        -- Upgrade
                        ALTER TABLE orders ALTER COLUMN note TYPE varchar(3) USING left(note, 3);
                        -- Downgrade
                        ALTER TABLE orders ALTER COLUMN note TYPE text;
                        """)
                .script("003_kind.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD COLUMN kind text;
                        -- Downgrade
                        ALTER TABLE orders DROP COLUMN kind;
                        """)
                .script("004_optional.sql", """
                        -- Upgrade
                        ALTER TABLE orders ALTER COLUMN id TYPE bigint;
                        CREATE TABLE lines (id int, order_id bigint);
                        -- Downgrade
                        ALTER TABLE lines ADD CHECK (id > 0);
                        DROP TABLE lines;
                        ALTER TABLE orders ALTER COLUMN id TYPE int;
                        """);

        assertThat(fixture.verify().isSound()).isTrue();
        Verification verification = MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                .withData("""
                        INSERT INTO orders VALUES (1, 'a long note'), (2, 'b');
                        UPDATE orders SET kind = 'x';
                        -- After: 004
                        INSERT INTO lines VALUES (-1, 1);
                        -- After: 001
                        INSERT INTO orders VALUES (1, 'again');
                        -- After: 099
                        INSERT INTO nowhere VALUES (1);
                        """)
                .verify();
        assertThat(verification.findings())
                .extracting(finding -> finding.revision() + " " + finding.kind())
                .containsExactly("001 DATA_FAILED", "002 ROWS_CHANGED", " DATA_FAILED", "004 DOWNGRADE_FAILED");
        assertThat(verification.of("002").get(0).detail()).contains("- (1,\"a long note\")", "+ (1,\"a l\")");
        assertThat(verification.of("004").get(0).message()).contains("when there are rows");
        assertThat(verification.of("").get(0).detail()).contains("'099', which is not among those that were tried");
        assertThat(verification.text()).startsWith("Of 4 revisions, 3 are not sound.");

        Path missing = folder.resolve("rows.sql");
        assertThatThrownBy(() -> MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                        .withData(missing))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The rows to verify with cannot be read from '%s': there is no such file. Correct '--data'."
                        .formatted(missing));
    }

    @Test
    void whatIsUpToTheStartIsAppliedOnceAndNotTried(TestDatabase database, @TempDir Path folder) {
        var fixture = new ScratchFixture(database, folder)
                .script("001_baseline.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY);
                        -- Downgrade
                        SELECT 'nobody goes back here';
                        """)
                .script("002_notes.sql", """
                        -- Upgrade
                        ALTER TABLE orders ADD COLUMN note text;
                        -- Downgrade
                        ALTER TABLE orders DROP COLUMN note;
                        """)
                .script("003_broken.sql", """
                        -- Upgrade
                        CREATE TABLE lines (id int);
                        -- Downgrade
                        SELECT 1;
                        """);
        var verifier = MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                .startingFrom(List.of("001"))
                .withData("INSERT INTO orders VALUES (1);");

        Verification verification = verifier.verify();

        assertThat(verification.revisions()).containsExactly("002", "003");
        assertThat(verification.findings())
                .extracting(finding -> finding.revision() + " " + finding.kind())
                .containsExactly("003 NOT_RESTORED");
        assertThat(verifier.upTo(List.of("002")).verify().isSound()).isTrue();
        assertThat(verifier.upTo(List.of("001")).verify().revisions()).isEmpty();

        fixture.script("001_baseline.sql", "CREATE TABLE oders (id int PRIMARY KEY, CHECK (nothing));");
        assertThat(MigrationVerifier.of(fixture.migrator(), fixture.scratch())
                        .startingFrom(List.of("001"))
                        .verify()
                        .findings())
                .extracting(finding -> finding.revision() + " " + finding.kind())
                .containsExactly("001 UPGRADE_FAILED", "002 NOT_TRIED", "003 NOT_TRIED");
    }
}
