/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.script.InvalidHeadsFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsCheckTests {

    @TempDir
    private Path root;

    private WritingProject project;
    private Path file;

    @BeforeEach
    void writeTwoRevisions() {
        project = new WritingProject(root);
        project.write("001_a.sql", "SELECT 1;");
        run("revision", "-m", "b", "--rev-id", "b2");
        file = project.folder().resolve("heads.txt");
    }

    @Test
    void theHeadsThatARevisionKeptAreThoseOfTheBuild() {
        Report report = check();

        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(report.text().get()).endsWith("heads.txt': 'b2'.");
        assertThat(report.json().get()).hasToString("{heads=[b2], expected=[b2], missing=[], unexpected=[]}");
    }

    @Test
    void aBuildThatLacksAHeadIsToBeRebuilt() throws IOException {
        Files.writeString(file, "c3: c.sql\n");

        Report report = check();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(report.text().get()).contains("the build has 'b2'", "says 'c3'", "does not have 'c3': rebuild it");
    }

    @Test
    void moreHeadsThanExpectedAreToBeMerged() {
        project.write("003_c.sql", "-- Revises: 001\nSELECT 1;");

        assertThat(check().text().get()).contains("'003', 'b2'", "'migrations merge' joins the heads");
    }

    @Test
    void aFileThatIsOlderThanTheRevisionsIsShownWhatToSay() {
        project.write("003_c.sql", "-- Revises: b2\nSELECT 1;");

        assertThat(check().text().get()).contains("is older than the revisions").endsWith("  003: 003_c.sql");
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        assertThatExceptionOfType(InvalidHeadsFileException.class)
                .isThrownBy(() -> new HeadsCheck(project.tree().graph(), root.resolve("heads.txt")))
                .withMessageContaining("There is no heads file");
    }

    @Test
    void twoBranchesWithARevisionEachCollideInGit() throws Exception {
        assumeThat(gitAnswers()).as("git is here").isTrue();
        git("init", "-q", "-b", "main");
        commit("two revisions");
        git("checkout", "-q", "-b", "other");
        run("revision", "-m", "their change", "--rev-id", "c3");
        commit("theirs");
        git("checkout", "-q", "main");
        run("revision", "-m", "our change", "--rev-id", "d4");
        commit("ours");

        assertThat(git("merge", "-q", "other")).isNotZero();

        assertThatExceptionOfType(InvalidHeadsFileException.class)
                .isThrownBy(this::check)
                .withMessageContaining("two branches have a new revision each");
        run("merge", "--rev-id", "m");
        assertThat(file).content().doesNotContain("<<<<").contains("m: ");
        assertThat(check().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(project.tree().graph().find("m").orElseThrow().parents()).containsExactlyInAnyOrder("c3", "d4");
    }

    private static boolean gitAnswers() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException exception) {
            return false;
        }
    }

    private Report check() {
        return new HeadsCheck(project.tree().graph(), file).report();
    }

    private void run(String... arguments) {
        assertThat(project.run(arguments)).as(project.err()).isZero();
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        assertThat(git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", message))
                .isZero();
    }

    private int git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
