/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Channels that the session listens to. What a transaction listens to shows after its commit.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-listen.html">LISTEN</a>
 */
enum ListenedChannels implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return "ARRAY(SELECT channel FROM pg_listening_channels() AS channel ORDER BY channel)";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        now.stream()
                .filter(channel -> !before.contains(channel))
                .forEach(channel ->
                        jdbc.sql("UNLISTEN " + HistoryTables.quoted(channel)).update());
        before.stream()
                .filter(channel -> !now.contains(channel))
                .forEach(channel ->
                        jdbc.sql("LISTEN " + HistoryTables.quoted(channel)).update());
    }
}
