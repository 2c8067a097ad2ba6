/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.TestDatabase;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database user who may log in, and nothing else; gone with all that is its own when closed. */
final class BareUser implements AutoCloseable {

    private final TestDatabase database;
    private final String name;

    BareUser(TestDatabase database, String prefix) {
        this.database = database;
        this.name = prefix + "_" + database.name();
        database.execute("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(name));
        database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    }

    String name() {
        return name;
    }

    DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(name);
        dataSource.setPassword("secret");
        return dataSource;
    }

    @Override
    public void close() {
        database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(name));
    }
}
