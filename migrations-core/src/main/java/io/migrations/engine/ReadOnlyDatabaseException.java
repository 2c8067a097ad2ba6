/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * There is something to do, and the database takes no writes: it is a standby, or its transactions are read-only by
 * default. Nothing was changed. What only reads works there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html">Hot Standby</a>
 */
public final class ReadOnlyDatabaseException extends MigrationException {

    private final @Nullable String source;
    private final List<String> remedies;

    private ReadOnlyDatabaseException(@Nullable String source, List<String> remedies) {
        super(
                source == null
                        ? "The server is a standby, which takes no writes. Migrate on the primary, with"
                                + " 'targetServerType=primary' in a url that names both; on a standby, start with"
                                + " 'migrations.startup.mode' set to 'wait' or 'validate'."
                        : ("Transactions are read-only: 'default_transaction_read_only' is on (source: %s). Turn it off"
                                        + " for the user that migrates: %s Or start with 'migrations.startup.mode' set to"
                                        + " 'wait' or 'validate'.")
                                .formatted(source, String.join(" ", remedies)));
        this.source = source;
        this.remedies = List.copyOf(remedies);
    }

    /**
     * Looks before anything is written.
     *
     * @param jdbc a session outside a transaction
     */
    static void throwIfReadOnly(JdbcClient jdbc) {
        jdbc.sql("""
                        SELECT pg_is_in_recovery() AS standby, source,
                               format('ALTER ROLE %I IN DATABASE %I SET default_transaction_read_only = off;',
                                      session_user, current_database()) AS remedy
                          FROM pg_settings
                         WHERE name = 'default_transaction_read_only' AND (pg_is_in_recovery() OR setting = 'on')""")
                .query((row, number) -> row.getBoolean("standby")
                        ? new ReadOnlyDatabaseException(null, List.of())
                        : new ReadOnlyDatabaseException(
                                row.getString("source"),
                                // The first, as whoever runs the second may be read-only, too.
                                List.of("SET default_transaction_read_only = off;", row.getString("remedy"))))
                .optional()
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    /** SQL statements that let the user that migrates write; none for a standby. */
    public List<String> remedies() {
        return remedies;
    }

    /** Whether the server replays what another one has done. */
    public boolean isStandby() {
        return source == null;
    }

    /** Where the server has the setting from, in the words of {@code pg_settings}; none for a standby. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }
}
