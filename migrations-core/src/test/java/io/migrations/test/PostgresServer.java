/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of a test JVM: embedded binaries, or with {@code -Dmigrations.test.database=container} a
 * container. Its major version is {@code -Dmigrations.test.postgres}. It stops with the JVM.
 */
public final class PostgresServer {

    /** A new database takes a third of the time there, where a disk is quick, and a twentieth where it is slow. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long NEEDED_BYTES = 3L << 30;

    private static final class Holder {
        static final PostgresServer INSTANCE = start();
    }

    private final String host;
    private final int port;
    private final String username;
    private final String password;
    private final int majorVersion;

    private PostgresServer(String host, int port, String username, String password) {
        this.host = host;
        this.port = port;
        this.username = username;
        this.password = password;
        this.majorVersion = readMajorVersion();
    }

    public static PostgresServer shared() {
        return Holder.INSTANCE;
    }

    public String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    /** A plain, unpooled data source: every connection is a new session. */
    public DataSource dataSource(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        dataSource.setUser(username);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** An empty one, by copying files: to a server that does without fsync, half the work of writing a log of it. */
    void createDatabase(String name) {
        execute("CREATE DATABASE %s TEMPLATE template0%s"
                .formatted(name, majorVersion < 15 ? "" : " STRATEGY file_copy"));
    }

    /** Runs statements on the maintenance database, each in a transaction of its own. */
    public void execute(String... statements) {
        try (var connection = dataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private int readMajorVersion() {
        try (var connection = dataSource("postgres").getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static PostgresServer start() {
        return "container".equals(System.getProperty("migrations.test.database")) ? startContainer() : startEmbedded();
    }

    private static PostgresServer startEmbedded() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off");
            if (hasMemory()) {
                builder.setDataDirectory(Files.createTempDirectory(MEMORY, "migrations-test"));
            }
            var postgres = builder.start();
            return new PostgresServer("localhost", postgres.getPort(), "postgres", "postgres");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static boolean hasMemory() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= NEEDED_BYTES;
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static PostgresServer startContainer() {
        String image = "postgres:" + System.getProperty("migrations.test.postgres", "18") + "-alpine";
        var container = new PostgreSQLContainer(image)
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "max_connections=200");
        container.start();
        return new PostgresServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }
}
