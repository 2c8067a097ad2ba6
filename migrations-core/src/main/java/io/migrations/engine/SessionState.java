/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a session outlives a transaction, read with one query.
 *
 * @param values what there is of each kind, in the order in which they are set back
 */
record SessionState(Map<Leftover, List<String>> values) {

    SessionState {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Every kind but custom settings, of which only {@link #and} knows the names. The user comes first: a lesser one may
     * not be allowed to change the rest. Cursors come before the temporary tables that they read.
     *
     * @param ownLock the key of the migration lock, which is no leftover
     */
    static SessionState read(JdbcClient jdbc, long ownLock) {
        return read(
                jdbc,
                List.of(
                        SessionIdentity.INSTANCE,
                        OpenCursors.INSTANCE,
                        TemporaryObjects.INSTANCE,
                        PreparedStatements.INSTANCE,
                        ListenedChannels.INSTANCE,
                        new AdvisoryLocks(ownLock),
                        SessionParameters.INSTANCE));
    }

    static SessionState read(JdbcClient jdbc, Collection<? extends Leftover> kinds) {
        List<Leftover> asked = List.copyOf(kinds);
        String query = asked.stream().map(Leftover::expression).collect(Collectors.joining(",\n", "SELECT ", ""));
        SessionState state = jdbc.sql(query)
                .query((row, number) -> new SessionState(values(row, asked)))
                .single();
        return Objects.requireNonNull(state);
    }

    private static Map<Leftover, List<String>> values(ResultSet row, List<Leftover> kinds) throws SQLException {
        Map<Leftover, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            values.put(kinds.get(i), List.of((String[]) row.getArray(i + 1).getArray()));
        }
        return values;
    }

    /** What custom settings are now that this state does not know of. */
    SessionState unknown(JdbcClient jdbc, Set<String> customSettings) {
        Set<CustomSetting> unknown =
                customSettings.stream().map(CustomSetting::new).collect(Collectors.toCollection(LinkedHashSet::new));
        unknown.removeAll(values.keySet());
        return unknown.isEmpty() ? new SessionState(Map.of()) : read(jdbc, unknown);
    }

    /** This state and more of it. */
    SessionState and(SessionState more) {
        Map<Leftover, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new SessionState(all);
    }

    /** Sets back whatever differs from this state. */
    void restore(JdbcClient jdbc) {
        SessionState now = read(jdbc, values.keySet());
        values.forEach((kind, before) -> {
            List<String> current = Objects.requireNonNull(now.values.get(kind));
            if (!current.equals(before)) {
                kind.restore(jdbc, before, current);
            }
        });
    }

    /** A LISTEN shows only after its commit, so nobody can see in its transaction whether there was one. */
    void forgetListening(JdbcClient jdbc) {
        jdbc.sql("UNLISTEN *").update();
        ListenedChannels.INSTANCE.restore(
                jdbc, Objects.requireNonNull(values.get(ListenedChannels.INSTANCE)), List.of());
    }

    /** Is this state's user in this state's role until the transaction ends. */
    void applyIdentity(JdbcClient jdbc) {
        List<String> identity = Objects.requireNonNull(values.get(SessionIdentity.INSTANCE));
        SessionIdentity.apply(jdbc, identity);
    }
}
