/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git of the machine, where there is one, in a repository that is new and has nobody's configuration. */
record Git(Path folder) {

    static Git init(Path folder, String branch) throws IOException, InterruptedException {
        var git = new Git(folder);
        try {
            git.run("--version");
        } catch (IOException exception) {
            assumeTrue(false, "There is no git.");
        }
        git.run("init", "--quiet");
        git.run("checkout", "--quiet", "-b", branch);
        return git;
    }

    void commitAll() throws IOException, InterruptedException {
        run("add", "--all");
        run("commit", "--quiet", "-m", "x");
    }

    /** What it prints, on whichever stream. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", folder.resolve("none").toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "x",
                        "GIT_AUTHOR_EMAIL", "x@example.com",
                        "GIT_COMMITTER_NAME", "x",
                        "GIT_COMMITTER_EMAIL", "x@example.com",
                        "LC_ALL", "C"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
