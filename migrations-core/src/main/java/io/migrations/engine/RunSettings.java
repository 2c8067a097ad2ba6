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

    private RunSettings() {}

    static void apply(JdbcClient jdbc) {
        jdbc.sql("""
                        SELECT set_config('tcp_keepalives_idle', '10', false),
                               set_config('tcp_keepalives_interval', '5', false),
                               set_config('tcp_keepalives_count', '3', false),
                               set_config('lock_timeout', '0', false),
                               set_config('default_transaction_isolation', 'read committed', false)""").query(row -> {});
        try {
            jdbc.sql("SELECT set_config('client_connection_check_interval', ?, false)")
                    .param(CONNECTION_CHECK.toMillis() + "ms")
                    .query(String.class)
                    .single();
        } catch (DataAccessException exception) {
            logger.debug("The server's platform cannot watch its clients while it works", exception);
        }
    }
}
