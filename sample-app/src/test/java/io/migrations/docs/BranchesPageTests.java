/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionPackages;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminals of docs/branches-and-merges.md. */
@DatabaseTest
class BranchesPageTests {

    private static final String SCRIPTS = "branches/db/migrations/";
    private static final String ORDERS = SCRIPTS + "20261015093000_create_orders.sql";
    private static final String NOTES = SCRIPTS + "20261016101500_add_order_notes.sql";
    private static final String FEES = SCRIPTS + "20261016110000_add_fees.sql";
    private static final String MERGE = SCRIPTS + "20261017090000_merge_bb01c013cd33_and_6d17c9e6ebc0.sql";

    /** What git prints, and what it writes into heads.txt. */
    private static final String[] CONFLICT =
            Shown.of("branches/conflict.txt").text().split("\n\n");

    @Test
    void twoPeopleOneParent(@TempDir Path first, @TempDir Path second) {
        Project anna = Project.offline(first).shown(ORDERS);
        Project ben = Project.offline(second).shown(ORDERS);
        Transcript twoPeople = Transcript.of("branches/two-people.txt");
        twoPeople.by("anna").replay(anna.console());
        twoPeople.by("ben").replay(ben.console());
        ben.shown(NOTES, FEES).script("heads.txt", CONFLICT[1]);
        Transcript.of("branches/graph.txt").replay(ben.console());
        Transcript.of("branches/merge.txt").replay(ben.console());

        Shown.of(MERGE).assertIs(ben.written("_merge_bb01c013cd33_and_6d17c9e6ebc0.sql"));
        assertThat(heads(ben)).startsWith("6df859b465fa: ").hasLineCount(1);
    }

    @Test
    void gitNoticesTwoPeople(@TempDir Path folder) throws IOException, InterruptedException {
        Git git = Git.init(folder, "ben");
        Project project = Project.offline(folder);
        project.console().type(List.of("init"));
        Transcript.of("quick-start/first-revision.txt").replay(project.console());
        project.shown(ORDERS);
        git.commitAll();
        git.run("checkout", "--quiet", "-b", "anna");
        Transcript twoPeople = Transcript.of("branches/two-people.txt");
        twoPeople.by("anna").replay(project.console());
        git.commitAll();
        git.run("checkout", "--quiet", "ben");
        twoPeople.by("ben").replay(project.console());
        git.commitAll();

        String printed = git.run("merge", "anna");

        new Shown("git", CONFLICT[0].lines().skip(1).findFirst().orElseThrow()).assertIsIn(printed);
        new Shown("heads.txt", CONFLICT[1]).assertIs(heads(project));
    }

    /** Without the comments. */
    private static String heads(Project project) {
        return project.written("heads.txt").replaceAll("(?m)^#.*\n", "").strip();
    }

    @Test
    void twoHeadsStopAStart(TestDatabase database, @TempDir Path folder) {
        Migrator migrator =
                Project.on(database, folder).shown(ORDERS, NOTES, FEES).migrator();

        Shown.of("branches/two-heads.txt").assertIsIn(Console.report(catchThrowable(() -> migrator.upgrade("head"))));
        assertThat(migrator.upgrade(Settings.of("branches/application.properties")
                                .properties()
                                .target())
                        .plan()
                        .headsAfter())
                .hasSize(2);
    }

    @Test
    void downThroughAMerge(TestDatabase database, @TempDir Path folder) {
        Project project = Project.on(database, folder).shown(ORDERS, NOTES, FEES, MERGE);
        project.migrator().upgrade("head");

        Transcript.of("branches/downgrade.txt").replay(project.console());
    }

    @Test
    void theSampleAndARevisionThatDependsOnItsBranch(TestDatabase database) {
        Transcript.of("branches/sample.txt").replay(sample(database));

        Migrator migrator =
                sample(database, "classpath:docs/branches/dependent").migrator();
        assertThat(migrator.upgrade("009").steps())
                .extracting(step -> step.step().revision().id())
                .contains("005", "4f1c2a9be03d")
                .doesNotContain("006", "7d20c1f4aa10")
                .endsWith("009");
    }

    private static Console sample(TestDatabase database, String... more) {
        List<String> locations = new ArrayList<>(List.of("classpath:db/migrations"));
        locations.addAll(List.of(more));
        ClassLoader classes = BranchesPageTests.class.getClassLoader();
        JavaRevisions revisions =
                new RevisionPackages(List.of("io.migrations.sample.revisions"), classes, JavaRevisions.none());
        var loader = new ScriptLoader(locations, classes, Placeholders.none(), revisions);
        return new Console(
                () -> new Migrator(database.dataSource(), loader, MigratorSettings.defaults(), Clock.systemUTC()),
                () -> new AuthoringSettings(
                        Path.of(""), locations, null, AuthoringSettings.DEFAULT_FILE_NAME, classes, revisions),
                null);
    }
}
