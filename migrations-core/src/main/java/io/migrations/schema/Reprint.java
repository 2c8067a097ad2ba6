/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells texts that mean something else from texts that only look so. What PostgreSQL prints of an expression, and prints
 * again once it has read that, need not be the same; from the second round on it is. So both are read and printed once
 * more, in databases without rows, and what is the same then is no difference.
 */
public final class Reprint {

    private static final Set<String> TEXTS = Set.of("definition", "expression", "default", "using", "check", "bound");

    private final SnapshotReader reader;

    public Reprint(SnapshotReader reader) {
        this.reader = reader;
    }

    /**
     * The first snapshot, with the second one's words for what both mean.
     *
     * @param first a connection to a scratch database that the first snapshot was read from; nothing stays of what is done
     *     there
     * @param second the same for the second
     */
    public Snapshot aligned(Connection first, Snapshot from, Connection second, Snapshot to) throws SQLException {
        Set<ObjectKey> doubtful = doubtful(from, to);
        if (doubtful.isEmpty()) {
            return from;
        }
        return aligned(from, to, doubtful, again(first, from, from, doubtful), again(second, to, to, doubtful));
    }

    /**
     * The same with one scratch database.
     *
     * @param connection to a scratch database that the first snapshot was read from
     */
    public Snapshot aligned(Connection connection, Snapshot from, Snapshot to) throws SQLException {
        Set<ObjectKey> doubtful = doubtful(from, to);
        if (doubtful.isEmpty()) {
            return from;
        }
        return aligned(
                from,
                to,
                doubtful,
                again(connection, from, from, doubtful),
                again(connection, from, worded(from, to, doubtful), doubtful));
    }

    private static Snapshot aligned(Snapshot from, Snapshot to, Set<ObjectKey> doubtful, Snapshot one, Snapshot other) {
        Set<ObjectKey> equal = doubtful.stream()
                .filter(key -> one.find(key)
                        .filter(object -> other.find(key).filter(object::isSame).isPresent())
                        .isPresent())
                .collect(Collectors.toSet());
        return worded(from, to, equal);
    }

    /** A snapshot with some objects as another one has them. */
    private static Snapshot worded(Snapshot snapshot, Snapshot words, Set<ObjectKey> objects) {
        return snapshot.with(snapshot.objects().values().stream()
                .map(object -> objects.contains(object.key())
                        ? words.find(object.key()).orElse(object)
                        : object)
                .toList());
    }

    /** What both have, and what differs in texts alone. */
    private static Set<ObjectKey> doubtful(Snapshot from, Snapshot to) {
        Set<ObjectKey> keys = new TreeSet<>();
        from.objects()
                .forEach((key, before) -> to.find(key).ifPresent(after -> {
                    Set<String> differing = Stream.concat(
                                    before.properties().keySet().stream(), after.properties().keySet().stream())
                            .filter(property -> !before.get(property).equals(after.get(property)))
                            .collect(Collectors.toSet());
                    boolean inBoth =
                            differing.stream().allMatch(property -> before.has(property) && after.has(property));
                    if (!differing.isEmpty() && inBoth && TEXTS.containsAll(differing)) {
                        keys.add(key);
                    }
                }));
        return keys;
    }

    /** What is printed once these were made anew, without what can't be: that is another thing there. */
    private Snapshot again(Connection connection, Snapshot snapshot, Snapshot words, Set<ObjectKey> objects)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            Set<ObjectKey> failed = new TreeSet<>();
            if (!renew(connection, snapshot, words, objects)) {
                for (ObjectKey object : objects) {
                    Snapshot alone = worded(snapshot, words, Set.of(object));
                    if (!renew(connection, snapshot, alone, Set.of(object))) {
                        failed.add(object);
                    }
                }
            }
            Snapshot printed = reader.read(connection);
            return printed.with(printed.objects().values().stream()
                    .filter(object -> !failed.contains(object.key()))
                    .toList());
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static boolean renew(Connection connection, Snapshot snapshot, Snapshot words, Set<ObjectKey> objects)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            for (Change change : SchemaDifference.renewal(snapshot, words, objects)) {
                Operation operation = change.operation();
                for (String sql : operation.statements()) {
                    statement.execute(sql);
                }
            }
            return true;
        } catch (SQLException exception) {
            connection.rollback(before);
            return false;
        }
    }
}
