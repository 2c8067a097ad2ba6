/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where scratch databases come from. Nothing connects before one is opened. */
@FunctionalInterface
public interface ScratchSource {

    /**
     * A scratch database, for as long as it is open nobody else's.
     *
     * @param role the role that migrations take on, which is to own what is made; none for the user that logs in
     * @throws ScratchRefusedException where the server does not let this user have one
     * @throws ScratchNotEmptyException where it is a given one that others use
     */
    ScratchDatabase open(@Nullable String role);

    /**
     * New databases on the server of the application's own, made with its encoding and collation. The user needs the right
     * to create databases. What processes that died have left there goes whenever one is opened.
     *
     * @param url of the application's database
     */
    static ScratchSource beside(String url, @Nullable String user, @Nullable String password) {
        return new BesideSource(
                PlainDataSource.of(url, user, password),
                name -> PlainDataSource.of(
                        DatabaseUrl.of(url).withDatabase(name).text(), user, password),
                false);
    }

    /**
     * One database that is there already and empty. It is worked in by one process at a time, and empty again afterwards. The
     * user has to own it.
     */
    static ScratchSource given(String url, @Nullable String user, @Nullable String password) {
        return given(url, user, password, Duration.ofMinutes(5));
    }

    /**
     * As {@link #given(String, String, String)}.
     *
     * @param patience how long to wait while another process works in it
     */
    static ScratchSource given(String url, @Nullable String user, @Nullable String password, Duration patience) {
        return new GivenSource(PlainDataSource.of(url, user, password), null, patience, false);
    }

    /**
     * The same, which gives no database that a data source leads to, by whatever name: what is worked in is emptied.
     *
     * @param application the database that scratch work is about
     */
    default ScratchSource apartFrom(DataSource application) {
        return this;
    }

    /**
     * The same, where statements may change what the whole server shares, such as roles. By default they are refused before
     * they run: only a server that is there for scratch work should allow them.
     */
    default ScratchSource withServerWideStatements() {
        return this;
    }
}
