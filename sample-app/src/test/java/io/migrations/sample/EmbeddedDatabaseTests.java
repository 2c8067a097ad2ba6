/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.docs.Logged;
import io.migrations.docs.Shown;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTests {

    @TempDir
    private Path directory;

    @Test
    void servesTheDataSourceSaysWhereToLookAndStopsWithTheContext() {
        context().withUserConfiguration(Welcome.class).run(running -> {
            assertThat(answer(running, "SELECT 1")).isEqualTo("1");
            try (var log = new Logged()) {
                running.getBean(Welcome.class).sayWhereToLook();
                Shown.of("readme/welcome.txt")
                        .assertIsLogged(log.text().replace(directory.toString(), "~/.migrations-sample/postgresql-18"));
            }
        });

        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void keepsItsDataFromStartToStart() {
        context().run(running -> execute(running, "CREATE TABLE kept AS SELECT 'all here' AS answer"));

        context()
                .run(running ->
                        assertThat(answer(running, "SELECT answer FROM kept")).isEqualTo("all here"));
    }

    @Test
    void isSharedAndStopsWithItsLastUser() {
        context().run(first -> {
            execute(first, "CREATE TABLE shared AS SELECT 'both see it' AS answer");
            context()
                    .run(second -> assertThat(answer(second, "SELECT answer FROM shared"))
                            .isEqualTo("both see it"));
            assertThat(answer(first, "SELECT answer FROM shared")).isEqualTo("both see it");
        });

        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void twoStartsAtTheSameMomentShareOneServer() {
        List<EmbeddedServer> servers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> EmbeddedServer.of(new DatabaseDirectory(directory))))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        try {
            assertThat(servers)
                    .extracting(EmbeddedServer::port)
                    .containsOnly(servers.get(0).port());
        } finally {
            servers.forEach(EmbeddedServer::close);
        }
    }

    @Test
    void joinsAServerThatAKilledProcessLeftAndStopsIt() throws Exception {
        context().run(running -> execute(running, "CREATE TABLE kept AS SELECT 'still here' AS answer"));
        EmbeddedPostgres orphan = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();

        context().run(running -> {
            assertThat(running.getBean(EmbeddedServer.class).port()).isEqualTo(orphan.getPort());
            assertThat(answer(running, "SELECT answer FROM kept")).isEqualTo("still here");
        });

        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsWhereAKilledServerLeftItsFile() throws IOException {
        context().run(running -> execute(running, "CREATE TABLE kept AS SELECT 'still here' AS answer"));
        // The process with that number is there, and is no server.
        Files.writeString(
                directory.resolve("data/postmaster.pid"),
                "%d\n%s\n1\n1\n".formatted(ProcessHandle.current().pid(), directory.resolve("data")));

        context()
                .run(running ->
                        assertThat(answer(running, "SELECT answer FROM kept")).isEqualTo("still here"));
    }

    @Test
    void startsAnewWhereTheFirstStartWasCutShort() throws IOException {
        Files.createDirectories(directory.resolve("data/base"));
        Files.writeString(directory.resolve("data/postgresql.conf"), "# half of it\n");

        context().run(running -> assertThat(answer(running, "SELECT 1")).isEqualTo("1"));
    }

    @Test
    void namesTheLogOfAServerThatDoesNotStart() throws IOException {
        Files.createFile(directory.resolve("complete"));
        Files.writeString(directory.resolve("data"), "no folder");

        context()
                .run(running -> assertThat(running)
                        .getFailure()
                        .hasStackTraceContaining("see '" + directory.resolve("server.log")));
    }

    @Test
    void backsOffWithAUrl() {
        context()
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(running -> assertThat(running).doesNotHaveBean(EmbeddedServer.class));
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withUserConfiguration(EmbeddedDatabase.class)
                .withPropertyValues("sample.database.directory=" + directory);
    }

    private static String answer(ApplicationContext context, String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private static void execute(ApplicationContext context, String sql) {
        context.getBean(JdbcClient.class).sql(sql).update();
    }
}
