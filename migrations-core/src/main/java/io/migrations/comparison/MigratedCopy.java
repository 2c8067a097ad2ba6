/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in which all migrations have run, for one use, such as that of a test class. Safe for use by several threads.
 * Closing it drops it, whoever is still connected; a process that dies before leaves it to the next one, which drops it.
 */
public final class MigratedCopy implements AutoCloseable {

    private final CreatedDatabase database;
    private final String template;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    MigratedCopy(
            CreatedDatabase database, String template, String url, @Nullable String user, @Nullable String password) {
        this.database = database;
        this.template = template;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Its name on its server. */
    public String name() {
        return database.name();
    }

    /** The name of the database that it is a copy of. */
    public String template() {
        return template;
    }

    /** Where to connect to. */
    public String url() {
        return url;
    }

    /** Who to connect as; none where the url says so, or nobody. */
    public @Nullable String user() {
        return user;
    }

    /** The password to connect with; none where the url has it, or there is none. */
    public @Nullable String password() {
        return password;
    }

    /** Sessions in it; each connection is a new one. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }
}
