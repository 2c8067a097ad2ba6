/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds for a session during a run: a server that notices within seconds that its client is gone, so that the
 * migration lock does not outlive its holder.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">Connections</a>
 */
final class RunSettings {

    private static final Logger logger = LoggerFactory.getLogger(RunSettings.class);
    private static final Duration CONNECTION_CHECK = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private RunSettings() {}

    /**
     * Sets it. Keepalives alone would not do: they rest while data is under way that nobody acknowledges, such as a row
     * for a host that is gone.
     *
     * @param local whether it ends with the transaction that the session is in
     */
    static void apply(JdbcClient jdbc, boolean local) {
        jdbc.sql("""
                        SELECT set_config('tcp_keepalives_idle', '10', :local),
                               set_config('tcp_keepalives_interval', '5', :local),
                               set_config('tcp_keepalives_count', '3', :local),
                               set_config('tcp_user_timeout', :silence, :local),
                               set_config('lock_timeout', '0', :local),
                               set_config('default_transaction_isolation', 'read committed', :local)""")
                .param("local", local)
                .param("silence", SILENCE.toMillis() + "ms")
                .query(row -> {});
        if (local) {
            watchClientLocally(jdbc);
        } else {
            watchClient(jdbc);
        }
    }

    private static void watchClient(JdbcClient jdbc) {
        try {
            jdbc.sql("SELECT set_config('client_connection_check_interval', ?, false)")
                    .param(CONNECTION_CHECK.toMillis() + "ms")
                    .query(String.class)
                    .single();
        } catch (DataAccessException exception) {
            logger.debug("The server's platform cannot watch its clients while it works", exception);
        }
    }

    /** The same where a fault would end the transaction. */
    private static void watchClientLocally(JdbcClient jdbc) {
        jdbc.sql("""
                        DO $$ BEGIN
                          PERFORM set_config('client_connection_check_interval', '%dms', true);
                        EXCEPTION WHEN invalid_parameter_value THEN NULL;
                        END $$""".formatted(CONNECTION_CHECK.toMillis())).update();
    }
}
