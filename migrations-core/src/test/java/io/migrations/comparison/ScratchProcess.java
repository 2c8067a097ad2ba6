/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds a scratch database in a process of its own, so that a test can kill it. */
final class ScratchProcess {

    private ScratchProcess() {}

    /** Arguments: {@code beside} or {@code given}, url, user, password. Prints the database's name once it is there. */
    public static void main(String[] arguments) throws InterruptedException {
        ScratchSource source = arguments[0].equals("given")
                ? ScratchSource.given(arguments[1], arguments[2], arguments[3])
                : ScratchSource.beside(arguments[1], arguments[2], arguments[3]);
        ScratchDatabase scratch = source.open(null);
        fill(scratch);
        System.out.println(scratch.name());
        Thread.sleep(Duration.ofMinutes(2).toMillis());
    }

    /** Something of most kinds. */
    static void fill(ScratchDatabase scratch) {
        JdbcClient jdbc = JdbcClient.create(scratch.dataSource());
        List.of(
                        "CREATE SCHEMA other",
                        "CREATE TABLE other.t (id int PRIMARY KEY)",
                        "CREATE TABLE public.t (id int REFERENCES other.t)",
                        "CREATE VIEW public.v AS SELECT * FROM other.t",
                        "CREATE TYPE public.mood AS ENUM ('good')",
                        "CREATE FUNCTION public.f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                        "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION public.f()",
                        "CREATE PUBLICATION p FOR TABLE other.t",
                        "CREATE FOREIGN DATA WRAPPER w",
                        "CREATE SERVER s FOREIGN DATA WRAPPER w",
                        "CREATE CAST (public.mood AS int) WITH INOUT",
                        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
                        "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
                        "REVOKE ALL ON SCHEMA public FROM PUBLIC")
                .forEach(statement -> jdbc.sql(statement).update());
        jdbc.sql("SELECT lo_create(0)").query(Long.class).single();
    }

    static Process start(TestDatabase database) throws IOException {
        return start("beside", database);
    }

    static Process startIn(TestDatabase database) throws IOException {
        return start("given", database);
    }

    private static Process start(String how, TestDatabase database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ScratchProcess.class.getName()));
        command.addAll(List.of(how, database.url(), database.username(), database.password()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
