/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import io.migrations.boot.actuate.run.MigrationRuns;
import io.migrations.boot.actuate.run.RunAudit;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DatabaseTest
class MigrationsEndpointTests {

    static MigrationsEndpoint endpoint(ApplicationContext context) {
        var properties = new MigrationsEndpointProperties(false, Show.NEVER, Set.of());
        return new MigrationsEndpoint(
                new ContextMigrators(context),
                new MigrationRuns(false, new RunAudit(context)),
                new RevisionSql(new Sanitizer()),
                properties);
    }

    @Test
    void showsTheMigratorsOfParentContexts(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), "db/migrations");
        new ApplicationContextRunner()
                .withBean("upper", Migrator.class, () -> migrator)
                .run(parent -> {
                    new ApplicationContextRunner()
                            .withParent(parent)
                            .withBean("lower", Migrator.class, () -> migrator)
                            .run(context -> {
                                var contexts = endpoint(context).migrations().contexts();
                                assertThat(contexts).containsOnlyKeys(context.getId(), parent.getId());
                                ContextDescriptor<MigratorDescriptor> child = contexts.get(context.getId());
                                assertThat(child.migrators()).containsOnlyKeys("lower");
                                assertThat(child.parentId()).isEqualTo(parent.getId());
                                assertThat(contexts.get(parent.getId()).migrators())
                                        .containsOnlyKeys("upper");
                                assertThat(contexts.get(parent.getId()).parentId())
                                        .isNull();
                            });
                });
    }

    @Test
    void showsSeveralMigratorsByTheirNames(TestDatabase database) {
        new ApplicationContextRunner()
                .withBean("shopMigrator", Migrator.class, () -> migrator(database.dataSource(), "db/migrations"))
                .withBean("auditMigrator", Migrator.class, () -> migrator(database.dataSource(), "nowhere"))
                .run(context -> assertThat(
                                endpoint(context).migrations().contexts().values())
                        .singleElement()
                        .satisfies(shown -> {
                            assertThat(shown.migrators()).containsOnlyKeys("shop", "audit");
                            assertThat(shown.migrators().get("shop").state()).isEqualTo("empty");
                            assertThat(shown.migrators().get("audit").state()).isEqualTo("unknown");
                        }));
    }

    @Test
    void showsTheRevisionsOfANewerBuild(TestDatabase database) {
        migrator(database.dataSource(), "db/migrations").upgrade("head");
        database.execute("UPDATE migrations_revision SET revision = '003', parents = '{001}' WHERE revision = '002'");

        MigratorDescriptor shown = MigratorDescriptor.of(migrator(database.dataSource(), "db/migrations"));

        assertThat(shown.state()).isEqualTo("diverged");
        assertThat(shown.heads().code()).containsExactly("002");
        assertThat(shown.heads().database()).containsExactly("003");
        assertThat(shown.find("003"))
                .get()
                .extracting(RevisionDescriptor::state)
                .isEqualTo("unknown");
        assertThat(shown.find("002"))
                .get()
                .extracting(RevisionDescriptor::state)
                .isEqualTo("pending");
        assertThat(shown.pending()).isOne();
        assertThat(shown.problems()).isNotEmpty();
    }

    @Test
    void showsTheRepeatableScripts(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("repeatable"));
        Files.writeString(folder.resolve("001_a.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("repeatable/one.sql"), "CREATE OR REPLACE VIEW one AS SELECT 1 AS one;");
        migrator(database.dataSource(), "file:" + folder).upgrade("head");
        Files.writeString(folder.resolve("repeatable/two.sql"), "CREATE OR REPLACE VIEW two AS SELECT 2 AS two;");

        MigratorDescriptor shown = MigratorDescriptor.of(migrator(database.dataSource(), "file:" + folder));

        assertThat(shown.repeatables())
                .extracting(RepeatableDescriptor::name, RepeatableDescriptor::state)
                .containsExactly(tuple("one", "applied"), tuple("two", "pending"));
        assertThat(shown.pending()).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheScripts(TestDatabase database) {
        MigratorDescriptor shown = MigratorDescriptor.of(migrator(database.dataSource(), "db/none"));

        assertThat(shown.state()).isEqualTo("unknown");
        assertThat(shown.problems()).singleElement().asString().contains("No revisions found in ['db/none']");
    }

    @Test
    void aProblemShowsNoSecret() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://localhost:1/db?password=secret&user=someone");

        MigratorDescriptor shown = MigratorDescriptor.of(migrator(nowhere, "db/migrations"));

        assertThat(shown.toString()).doesNotContain("secret", "someone");
        assertThat(shown.revisions()).extracting(RevisionDescriptor::state).containsOnly("unknown");
        assertThat(shown.pending()).isNull();
    }

    private static Migrator migrator(DataSource dataSource, String location) {
        var loader = new ScriptLoader(
                List.of(location), MigrationsEndpointTests.class.getClassLoader(), Placeholders.none());
        return new Migrator(dataSource, loader, MigratorSettings.defaults(), Clock.systemUTC());
    }
}
