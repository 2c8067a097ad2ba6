/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** An upgrade as a process of its own, so that a test can kill it. */
final class MigratorProcess {

    private MigratorProcess() {}

    /** Arguments: url, user, password, folder. */
    public static void main(String[] arguments) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser(arguments[1]);
        dataSource.setPassword(arguments[2]);
        var loader = new ScriptLoader(
                List.of("file:" + arguments[3]), MigratorProcess.class.getClassLoader(), Placeholders.none());
        MigratorSettings defaults = MigratorSettings.defaults();
        var settings = defaults.but()
                .lockWait(Duration.ofSeconds(60))
                .application("process")
                .build();
        new Migrator(dataSource, loader, settings, Clock.systemUTC()).upgrade("head");
    }

    static Process start(TestDatabase database, Path folder) {
        return start(database.url(), database.username(), database.password(), folder);
    }

    static Process start(String url, String username, String password, Path folder) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigratorProcess.class.getName(),
                            url,
                            username,
                            password,
                            folder.toString())
                    .inheritIO()
                    .start();
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
