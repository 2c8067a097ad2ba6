/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.AutoSave;
import org.springframework.dao.DataAccessException;

/**
 * The role that a session takes on for everything it does, so that what it makes belongs to that role and not to the
 * user it logged in as.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-role.html">SET ROLE</a>
 */
final class RunRole {

    private static final String NO_SUCH_ROLE = "22023";

    private final String name;
    private final boolean perTransaction;
    private @Nullable String before;

    private RunRole(String name, boolean perTransaction) {
        this.name = name;
        this.perTransaction = perTransaction;
    }

    /** The role of the settings, if they name one. */
    static Optional<RunRole> of(MigratorSettings settings) {
        return Optional.ofNullable(settings.role())
                .map(name -> new RunRole(name, settings.lockMode() == LockMode.TRANSACTION));
    }

    String name() {
        return name;
    }

    /** Whether it is taken on in each transaction, as the next may be another session's. */
    boolean isPerTransaction() {
        return perTransaction;
    }

    /**
     * Takes it on for the session, unless that is done in each transaction.
     *
     * @throws RoleRefusedException where there is no such role, or the user is no member of it
     */
    void takeOn(Session session) {
        if (!perTransaction) {
            before = session.jdbc()
                    .sql("SELECT current_setting('role')")
                    .query(String.class)
                    .single();
            set(session, "SET ROLE ");
        }
    }

    /**
     * Takes it on until the transaction ends.
     *
     * @throws RoleRefusedException likewise
     */
    void takeOnInTransaction(Session session) {
        set(session, "SET LOCAL ROLE ");
    }

    /**
     * Reads something in a transaction of its own that has the role. A statement that fails does not end it, just as none
     * would end the session's autocommit.
     */
    <T> T reading(Session session, Supplier<T> work) {
        AutoSave configured = DriverState.autosave(session.connection(), AutoSave.ALWAYS);
        session.begin();
        try {
            takeOnInTransaction(session);
            return work.get();
        } finally {
            session.abandon();
            DriverState.autosave(session.connection(), configured);
        }
    }

    /** Goes back to the role that the session had. */
    void giveBack(Session session) {
        if (before != null) {
            SessionParameters.set(session.jdbc(), "role", before);
        }
    }

    /** A command, as a query would take the snapshot that a transaction's isolation has to be set before. */
    private void set(Session session, String command) {
        try {
            session.jdbc().sql(command + HistoryTables.quoted(name)).update();
        } catch (DataAccessException exception) {
            String sqlState =
                    SqlCause.of(exception).map(SQLException::getSQLState).orElse("");
            if (NO_SUCH_ROLE.equals(sqlState) || SqlCause.INSUFFICIENT_PRIVILEGE.equals(sqlState)) {
                throw new RoleRefusedException(session.user(), name, !NO_SUCH_ROLE.equals(sqlState), exception);
            }
            throw exception;
        }
    }
}
