/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.Legible;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The session that stands in the way: holder of the migration lock, or of a lock on a table.
 *
 * @param pid its process id in the server
 * @param application its application name; while it migrates, also its revision
 * @param user its database user
 * @param host where it connected from; none over a local socket
 * @param state its state, such as {@code active} or {@code idle in transaction}
 * @param age how long its transaction, else its state, has lasted
 * @param queryAge how long ago its current or last statement began
 * @param query the first line of its current or last statement
 */
public record LockHolder(
        int pid,
        String application,
        @Nullable String user,
        @Nullable String host,
        @Nullable String state,
        Duration age,
        Duration queryAge,
        @Nullable String query) {

    @Override
    public String toString() {
        return Legible.line("pid %d, application '%s', user '%s', host '%s', %s for %d s, '%s' since %d s"
                .formatted(
                        pid,
                        application,
                        user == null ? "?" : user,
                        host == null ? "local" : host,
                        state == null ? "unknown" : state,
                        age.toSeconds(),
                        query == null ? "" : query,
                        queryAge.toSeconds()));
    }
}
