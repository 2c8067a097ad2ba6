/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.DigestUtils;

/**
 * The packaged jar as a container image would have it: extracted, and after a training run that leaves an archive of the
 * classes it has loaded (CDS). Made once for all JVMs that run tests of the same jar.
 *
 * @param jar where it starts
 * @param archive for {@code -XX:SharedArchiveFile}
 * @param trainingLog what the training run printed; it was on a database that is nowhere
 */
record TrainedJar(Path jar, Path archive, Path trainingLog) {

    private static final class Made {

        private static final TrainedJar JAR = make();
    }

    static TrainedJar get() {
        return Made.JAR;
    }

    private static TrainedJar make() {
        Path built = PackagedJar.jar();
        try (var content = Files.newInputStream(built);
                var lock = FileChannel.open(
                        built.resolveSibling("trained.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Path folder = built.resolveSibling("trained-" + DigestUtils.md5DigestAsHex(content));
            var trained = new TrainedJar(
                    folder.resolve(built.getFileName()), folder.resolve("classes.jsa"), folder.resolve("training.log"));
            lock.lock();
            if (!Files.exists(trained.archive())) {
                trained.make(built, folder);
            }
            return trained;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void make(Path built, Path folder) throws IOException {
        Path log = folder.resolveSibling("extraction.log");
        run(
                log,
                List.of("-Djarmode=tools", "-jar", built.toString()),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        run(
                trainingLog,
                List.of(
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar.toString()),
                "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                "--migrations.startup.mode=off",
                "--server.port=0");
    }

    private static void run(Path log, List<String> jvm, String... arguments) throws IOException {
        try {
            int exitCode = new ProcessBuilder(PackagedJar.command(jvm, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("Exit code %d:\n%s".formatted(exitCode, Files.readString(log)));
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
