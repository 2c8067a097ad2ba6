/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh, empty database on the {@link PostgresServer}, dropped when closed. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final PostgresServer server = PostgresServer.shared();
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        var database = new TestDatabase("test_" + ProcessHandle.current().pid() + "_" + SEQUENCE.incrementAndGet());
        database.server.createDatabase(database.name);
        return database;
    }

    public String name() {
        return name;
    }

    public String url() {
        return server.url(name);
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    /** A plain, unpooled data source: every connection is a new session. */
    public DataSource dataSource() {
        return server.dataSource(name);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    public void execute(String sql) {
        jdbc().sql(sql).update();
    }

    /** The tables of the schema {@code public}, by name. */
    public List<String> tables() {
        return jdbc().sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
