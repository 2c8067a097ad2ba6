/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionCommandTests {

    @TempDir
    private Path root;

    private WritingProject project;

    @BeforeEach
    void init() {
        project = new WritingProject(root);
        assertThat(project.run("init")).as(project.err()).isZero();
    }

    @Test
    void twoRevisionsInARowMakeAChain() {
        revision("-m", "create orders", "--rev-id", "a1");
        revision("-m", "add notes", "--rev-id", "b2");

        assertThat(parents("a1")).isEmpty();
        assertThat(parents("b2")).containsExactly("a1");
        assertThat(project.out()).matches("""
                Created src/main/resources/db/migrations/\\d{14}_add_notes.sql
                Revision b2 revises a1.

                Fill in both directions, then rebuild; 'migrations upgrade head' applies it.
                To apply it without a rebuild, add
                  --migrations.locations=file:src/main/resources/db/migrations
                """);
    }

    @Test
    void aClassIsWrittenLikeAScript() {
        revision("-m", "create orders", "--rev-id", "a1", "--java", "--package", "db.migrations");

        assertThat(project.out().replace(System.lineSeparator(), "\n")).isEqualTo("""
                Created src/main/java/db/migrations/CreateOrders.java
                Revision a1 is a new base.

                Say what it does, then rebuild; 'migrations upgrade head' applies it.
                """);
        revision("-m", "add notes", "--rev-id", "b2", "--java");
        revision("-m", "add fees", "--rev-id", "c3");
        assertThat(parents("b2")).containsExactly("a1");
        assertThat(parents("c3")).containsExactly("b2");
        assertThat(project.out()).doesNotContain("To apply it without a rebuild");
        assertThat(project.run("revision", "-m", "x", "--package", "db.migrations"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(project.err()).contains("'--package' is for a class: add '--java'");
    }

    @Test
    void anIdIsTwelveRandomHexadecimalDigits() {
        revision("-m", "create orders");

        assertThat(project.tree().graph().ids()).singleElement().asString().matches("[0-9a-f]{12}");
    }

    @Test
    void aBranchBeginsByASpliceAndMergeJoinsIt() {
        revision("-m", "create orders", "--rev-id", "a1");
        revision("-m", "add notes", "--rev-id", "b2");
        assertThat(project.run("revision", "-m", "add fees", "--head", "a1", "--rev-id", "c3"))
                .isEqualTo(ExitCode.FAILED);
        revision("-m", "add fees", "--head", "a1", "--splice", "--branch-label", "billing", "--rev-id", "c3");

        assertThat(project.out()).contains("There are 2 heads now: b2, c3. 'migrations merge' joins them.");
        assertThat(project.run("revision", "-m", "more")).isEqualTo(ExitCode.FAILED);
        assertThat(project.err()).contains("b2").contains("c3");
        revision("-m", "more fees", "--head", "billing@head", "--depends-on", "b2", "--rev-id", "d4");
        assertThat(parents("d4")).containsExactly("c3");
        assertThat(project.tree().graph().find("d4").orElseThrow().dependencies())
                .containsExactly("b2");
    }

    @Test
    void mergeJoinsTheHeadsAndRefusesOne() {
        revision("-m", "create orders", "--rev-id", "a1");
        assertThat(project.run("merge")).isEqualTo(ExitCode.FAILED);
        assertThat(project.err()).startsWith("There is nothing to merge but 'a1'");
        revision("-m", "add notes", "--rev-id", "b2");
        revision("-m", "add fees", "--head", "a1", "--splice", "--rev-id", "c3");

        assertThat(project.run("merge", "--rev-id", "m", "--json"))
                .as(project.err())
                .isZero();

        Revision merge = project.tree().graph().find("m").orElseThrow();
        assertThat(merge.parents()).containsExactlyInAnyOrder("b2", "c3");
        assertThat(merge.description()).matches("merge (b2 and c3|c3 and b2)");
        assertThat(project.out()).matches("\\{revision=m, file=src/main/.*\\.sql, parents=\\[.*], heads=\\[m]}\\s*");
        assertThat(project.folder().resolve("heads.txt")).content().contains("m: ");
        assertThat(project.run("merge", "b2", "c3")).isEqualTo(ExitCode.FAILED);
        assertThat(project.run("merge", "m")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void mergeJoinsAlsoAHeadThatAnotherDependsOn() {
        revision("-m", "create orders", "--rev-id", "a1");
        revision("-m", "create fees", "--head", "base", "--depends-on", "a1", "--rev-id", "b1");

        assertThat(project.run("merge", "--rev-id", "m")).as(project.err()).isZero();

        assertThat(parents("m")).containsExactlyInAnyOrder("a1", "b1");
    }

    @Test
    void mergeJoinsWhatIsNoHeadIfToldTo() {
        revision("-m", "create orders", "--rev-id", "a1");
        revision("-m", "add notes", "--rev-id", "b2");
        revision("-m", "add fees", "--head", "a1", "--splice", "--rev-id", "c3");
        revision("-m", "more fees", "--head", "c3", "--rev-id", "d4");

        assertThat(project.run("merge", "b2", "c3")).isEqualTo(ExitCode.FAILED);
        assertThat(project.run("merge", "b2", "c3", "--splice", "--rev-id", "m"))
                .as(project.err())
                .isZero();

        assertThat(parents("m")).containsExactlyInAnyOrder("b2", "c3");
    }

    @Test
    void mergeOfNothingSaysSo() {
        assertThat(project.run("merge")).isEqualTo(ExitCode.FAILED);
        assertThat(project.err()).startsWith("There is nothing to merge: no head was found.");
    }

    @Test
    void aRevisionSaysInAFewWordsWhatItDoes() {
        assertThat(project.run("revision")).isEqualTo(ExitCode.USAGE);
        assertThat(project.run("revision", "-m", " ")).isEqualTo(ExitCode.USAGE);
        assertThat(project.err()).startsWith("The message of '-m' is blank");
    }

    @Test
    void aMissingFolderSaysFromWhereToRunAndWhatElseToDo() throws IOException {
        var elsewhere = new WritingProject(Files.createDirectory(root.resolve("elsewhere")));

        assertThat(elsewhere.run("revision", "-m", "create orders")).isEqualTo(ExitCode.FAILED);

        assertThat(elsewhere.err())
                .contains("There is no folder", "'--directory'", "'migrations.command.directory'", "'migrations init'");
    }

    @Test
    void aFolderOfAnotherModuleStandsForTheLocation() throws IOException {
        var parent = new WritingProject(Files.createDirectory(root.resolve("parent")));
        Path module = Files.createDirectories(root.resolve("parent/db/src/main/resources/db/migrations"));

        for (String id : new String[] {"a1", "b2"}) {
            assertThat(parent.run("revision", "-m", "x " + id, "--rev-id", id, "--directory", module.toString()))
                    .as(parent.err())
                    .isZero();
        }

        assertThat(parent.out())
                .contains("Created db/src/main/resources/db/migrations/")
                .contains("Revision b2 revises a1.");
    }

    @Test
    void aFolderThatTheBuildDoesNotKnowIsRefused() throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));

        assertThat(project.run("revision", "-m", "x", "--directory", other.toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(project.err()).contains("is in none of the folders whose revisions the build finds");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void withSeveralLocationsARevisionGoesWhereItsHeadIs() throws IOException {
        Path second = Files.createDirectory(root.resolve("second"));
        var both = new WritingProject(root, "classpath:db/migrations", "file:second");
        Files.writeString(second.resolve("001_a.sql"), "SELECT 1;");

        assertThat(both.run("revision", "-m", "follows", "--rev-id", "b2"))
                .as(both.err())
                .isZero();
        assertThat(both.out()).startsWith("Created second/");
        assertThat(both.run("revision", "-m", "root", "--head", "base")).isEqualTo(ExitCode.FAILED);
        assertThat(both.err()).contains("could be written to any of").contains("'--directory'");
        assertThat(both.run("revision", "-m", "root", "--head", "base", "--directory", "second/new"))
                .as(both.err())
                .isZero();
        assertThat(both.out()).startsWith("Created second/new/");
        assertThat(project.folder().resolve("heads.txt"))
                .content()
                .contains("b2: ")
                .contains(": new/");
    }

    @Test
    void initRefusesAFolderThatIsNotEmpty() {
        assertThat(project.run("init")).isEqualTo(ExitCode.FAILED);
        assertThat(project.err()).contains("is not empty: it has 'heads.txt'", "Nothing was written");
    }

    @Test
    void initOfAnotherFolderSaysWhatToSet() {
        var other = new WritingProject(root.resolve("none"));

        assertThat(other.run("init", "db/migrations")).as(other.err()).isZero();

        assertThat(other.out())
                .contains("Created db/migrations", "Set migrations.command.directory=db/migrations")
                .endsWith("Next: migrations revision -m \"create orders\"\n");
    }

    private void revision(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "revision";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(project.run(command)).as(project.err()).isZero();
    }

    private List<String> parents(String id) {
        return project.tree().graph().find(id).orElseThrow().parents();
    }
}
