/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command line that runs the packaged application in a JVM that is quick to start. */
final class PackagedJar {

    private PackagedJar() {}

    /** With other arguments of the JVM than the jar's, or more. */
    static List<String> command(List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // Never that of the person who runs the tests, also where a test names no database by mistake.
        command.add("-Dsample.database.directory="
                + Path.of(System.getProperty("sample.jar")).resolveSibling("embedded-database"));
        command.addAll(jvm);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The jar as this build has made it. */
    static Path jar() {
        return Path.of(System.getProperty("sample.jar"));
    }

    /**
     * The arguments for the same jar laid out as for a container image, with an archive of its classes from a training run:
     * it starts in half the time.
     */
    static List<String> trained() {
        return List.of(
                "-XX:SharedArchiveFile=" + TrainedJar.get().archive(),
                "-jar",
                TrainedJar.get().jar().toString());
    }

    /**
     * A jar of another build of the same application.
     *
     * @param jar where it is put
     * @param scripts texts by their paths below {@code db/migrations}, added or in place of this build's
     */
    static Path build(Path jar, Map<String, String> scripts) throws IOException {
        Files.copy(jar(), jar);
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Files.writeString(
                        content.getPath("BOOT-INF/classes/db/migrations", script.getKey()), script.getValue());
            }
        }
        return jar;
    }

    /** The arguments that lead to a database. */
    static List<String> database(TestDatabase database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=2");
    }
}
