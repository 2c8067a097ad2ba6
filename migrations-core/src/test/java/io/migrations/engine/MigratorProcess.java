/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.JavaRevision;
import io.migrations.script.JavaRevisions;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/** Upgrades in a process of its own, so that a test can kill it. */
final class MigratorProcess {

    /** How a line about an upgrade begins on the standard output; the rest is a log. */
    static final String OUTCOME = "OUTCOME\t";

    /** Idle in its transaction, as code is that works on something else. */
    @RevisionHeader(id = "idle")
    static final class Idle implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("CREATE TABLE half_done (id int)").update();
            try {
                Thread.sleep(Duration.ofMinutes(10).toMillis());
            } catch (InterruptedException exception) {
                throw new IllegalStateException(exception);
            }
        }
    }

    private MigratorProcess() {}

    /**
     * Arguments: url, user, password, folder, lock mode, and {@code idle} for a revision of that name. Without arguments it
     * runs once for each line that it reads, of the same separated by tabs, and prints what came of it.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            upgrade(List.of(arguments), new ArrayList<>());
            return;
        }
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(OUTCOME);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> waitedFor = new ArrayList<>();
            String outcome;
            try {
                outcome = "came up\t" + upgrade(List.of(line.split("\t", -1)), waitedFor);
            } catch (RuntimeException exception) {
                outcome = exception.getClass().getSimpleName() + "\t";
            }
            System.out.println(OUTCOME + outcome + "\t" + String.join(" ", waitedFor));
        }
    }

    /** The revisions it ran, separated by commas. */
    private static String upgrade(List<String> arguments, List<String> waitedFor) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments.get(0));
        dataSource.setUser(arguments.get(1));
        dataSource.setPassword(arguments.get(2));
        JavaRevisions code = arguments.size() > 5 ? () -> List.of(new Idle()) : JavaRevisions.none();
        var loader = new ScriptLoader(
                List.of("file:" + arguments.get(3)), MigratorProcess.class.getClassLoader(), Placeholders.none(), code);
        var settings = MigratorSettings.defaults()
                .but()
                .lockMode(LockMode.valueOf(arguments.get(4)))
                .lockWait(Duration.ofSeconds(60))
                .application("process")
                .build();
        return new Migrator(dataSource, loader, settings, Clock.systemUTC())
                        .withListener(new MigrationListener() {
                            @Override
                            public void waitingForLock(LockHolder holder, Duration waiting) {
                                waitedFor.add(holder.toString());
                            }
                        })
                        .upgrade("head")
                        .steps()
                        .stream()
                        .map(step -> step.step().revision().id())
                        .collect(Collectors.joining(","));
    }

    static Process start(TestDatabase database, Path folder) {
        return start(database, folder, LockMode.SESSION);
    }

    static Process start(TestDatabase database, Path folder, LockMode mode) {
        return start(
                List.of(), database.url(), database.username(), database.password(), folder.toString(), mode.name());
    }

    /**
     * Starts one.
     *
     * @param prefix the command that starts Java, if another one does
     */
    static Process start(List<String> prefix, String... arguments) {
        try {
            return builder(prefix, arguments).inheritIO().start();
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    static ProcessBuilder builder(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                MigratorProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
