/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line that runs the packaged application in a JVM that is quick to start. */
final class PackagedJar {

    private PackagedJar() {}

    static List<String> command(String... arguments) {
        return command(List.of("-jar", System.getProperty("sample.jar")), arguments);
    }

    /** With other arguments of the JVM than the jar's, or more. */
    static List<String> command(List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
        // Never that of the person who runs the tests, also where a test names no database by mistake.
        command.add("-Dsample.database.directory="
                + Path.of(System.getProperty("sample.jar")).resolveSibling("embedded-database"));
        command.addAll(jvm);
        command.addAll(Arrays.asList(arguments));
        return command;
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
