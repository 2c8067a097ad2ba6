/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies a template in a process of its own. */
final class CopyProcess {

    private CopyProcess() {}

    /** Arguments: folder, url, user, password. Prints which run made the template. */
    public static void main(String[] arguments) {
        var loader = new ScriptLoader(
                List.of("file:" + arguments[0]), CopyProcess.class.getClassLoader(), Placeholders.none());
        var databases = TemplateDatabases.beside(arguments[1], arguments[2], arguments[3]);
        var migrator = new Migrator(
                PlainDataSource.of(arguments[1], arguments[2], arguments[3]),
                loader,
                MigratorSettings.defaults(),
                Clock.systemUTC());
        try (MigratedCopy copy = databases.copy(migrator)) {
            System.out.println(run(copy));
        }
    }

    static String run(MigratedCopy copy) {
        return JdbcClient.create(copy.dataSource())
                .sql("SELECT id::text FROM run")
                .query(String.class)
                .single();
    }

    static Process start(TestDatabase database, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyProcess.class.getName(),
                        folder.toString(),
                        database.url(),
                        database.username(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
