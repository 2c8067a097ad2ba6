/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server session that is ready for scripts: how it was found, and how each of them is to find it. */
final class PreparedSession {

    private final JdbcClient jdbc;
    private final StatementTimeout timeout;
    private SessionState found;
    private SessionState prepared;

    /**
     * Readies the session.
     *
     * @param ownLock the key of the migration lock, which stays when the session is set back
     * @param local whether what is set ends with the transaction that the session is in
     * @param further what else is to be done before the session is ready
     */
    PreparedSession(JdbcClient jdbc, long ownLock, boolean local, Runnable further) {
        this.jdbc = jdbc;
        this.found = SessionState.read(jdbc, ownLock);
        this.timeout = RunSettings.apply(jdbc, local);
        further.run();
        this.prepared = SessionState.read(jdbc, ownLock);
    }

    /** How it was found. */
    SessionState found() {
        return found;
    }

    /** How each script is to find it. */
    SessionState prepared() {
        return prepared;
    }

    /** What the database says about how long a statement may run. */
    StatementTimeout inheritedTimeout() {
        return timeout;
    }

    /** Remembers settings that a script is about to change and that nothing else would tell of. */
    void watch(Set<String> customSettings) {
        SessionState values = prepared.unknown(jdbc, customSettings);
        found = found.and(values);
        prepared = prepared.and(values);
    }

    /** Undoes what a script changed, for what follows in the same transaction. */
    void restoreInTransaction() {
        DeferredConstraints.checkNow(jdbc);
        prepared.restore(jdbc);
        DeferredConstraints.putOffAgain(jdbc);
    }
}
