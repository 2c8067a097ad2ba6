/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.IrreversibleRevisionException;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionPackages;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The revisions of docs/java-revisions.md: there and back. */
@DatabaseTest
class JavaRevisionsPageTests {

    private static final ClassLoader CLASSES = JavaRevisionsPageTests.class.getClassLoader();
    private static final String ORDERS = "classpath:docs/java-revisions/db/migrations";
    private static final JavaRevisions REVISIONS =
            new RevisionPackages(List.of("io.migrations.docs.revisions"), CLASSES, JavaRevisions.none());

    private static Migrator migrator(TestDatabase database, JavaRevisions revisions, String... locations) {
        var loader = new ScriptLoader(List.of(locations), CLASSES, Placeholders.none(), revisions);
        return new Migrator(database.dataSource(), loader, MigratorSettings.defaults(), Clock.systemUTC());
    }

    @Test
    void theyRunThereAndBack(TestDatabase database) {
        Migrator migrator = migrator(database, REVISIONS, ORDERS);
        Catalog before = Catalog.of(database.jdbc());

        migrator.upgrade(List.of("a2", "005"));
        migrator.downgrade("base");
        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);

        migrator.upgrade("a3");
        Catalog unseeded = Catalog.of(database.jdbc());
        migrator.upgrade("a5");
        assertThat(database.jdbc()
                        .sql("SELECT email || ' ' || number FROM accounts ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("ada@example.com A-000001", "grace@example.com A-000002");
        migrator.downgrade("a3");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM accounts")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Catalog.of(database.jdbc())).isEqualTo(unseeded);
        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> migrator.downgrade("a2"))
                .withMessageContaining("What people typed is gone.");
    }

    @Test
    void theOneInSqlMakesTheSame(TestDatabase database) {
        Migrator sql = migrator(database, JavaRevisions.none(), ORDERS, "classpath:docs/java-revisions/sql");
        sql.upgrade("003");
        Catalog before = Catalog.of(database.jdbc());
        sql.upgrade("004");
        Catalog after = Catalog.of(database.jdbc());
        sql.downgrade("003");
        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);

        migrator(database, REVISIONS, ORDERS).upgrade("004");

        assertThat(Catalog.of(database.jdbc())).isEqualTo(after);
    }
}
