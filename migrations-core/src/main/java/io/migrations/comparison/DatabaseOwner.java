/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.history.HistoryTables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Who makes a scratch database, and for whom: the role that migrations take on owns it, whoever of both may create it. */
final class DatabaseOwner {

    private final ScratchSession session;
    private final @Nullable String role;
    private final boolean userMay;
    private final boolean roleMay;

    private DatabaseOwner(ScratchSession session, @Nullable String role, boolean userMay, boolean roleMay) {
        this.session = session;
        this.role = role;
        this.userMay = userMay;
        this.roleMay = roleMay;
    }

    static DatabaseOwner of(ScratchSession session, @Nullable String role) {
        return new DatabaseOwner(session, role, mayCreate(session, null), role != null && mayCreate(session, role));
    }

    private static boolean mayCreate(ScratchSession session, @Nullable String role) {
        return session.jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_roles"
                        + " WHERE rolname = coalesce(?::text, session_user) AND (rolcreatedb OR rolsuper))")
                .param(role)
                .query(Boolean.class)
                .single();
    }

    /**
     * Looks before anything is done.
     *
     * @throws ScratchRefusedException where neither may create a database
     */
    void requireMayCreate() {
        if (!userMay && !roleMay) {
            throw refused(null);
        }
    }

    void create(String statement) {
        try {
            if (userMay && role != null) {
                session.execute(statement + " OWNER " + HistoryTables.quoted(role));
            } else {
                if (role != null) {
                    session.execute("SET ROLE " + HistoryTables.quoted(role));
                }
                session.execute(statement);
            }
        } catch (DataAccessException exception) {
            if (ScratchSession.isMissingRight(exception)) {
                throw refused(exception);
            }
            throw exception;
        }
    }

    void giveBack() {
        session.execute("RESET ROLE");
    }

    private ScratchRefusedException refused(@Nullable DataAccessException cause) {
        String user = session.user();
        if (cause == null) {
            return new ScratchRefusedException(
                    user,
                    "it may not create databases",
                    List.of("ALTER ROLE %s CREATEDB;".formatted(HistoryTables.quoted(user))),
                    null);
        }
        return new ScratchRefusedException(
                user,
                String.valueOf(cause.getMostSpecificCause().getMessage()),
                role == null
                        ? List.of("ALTER ROLE %s CREATEDB;".formatted(HistoryTables.quoted(user)))
                        : List.of("GRANT %s TO %s;".formatted(HistoryTables.quoted(role), HistoryTables.quoted(user))),
                cause);
    }

    /** Does something to a database as a role that owns it, where the user does not by itself. */
    static void asOwner(ScratchSession session, String database, Runnable work) {
        String owner = session.jdbc()
                .sql("""
                        SELECT pg_get_userbyid(datdba) FROM pg_database
                         WHERE datname = ? AND NOT pg_has_role(datdba, 'USAGE')""")
                .param(database)
                .query(String.class)
                .optional()
                .orElse(null);
        if (owner == null) {
            work.run();
            return;
        }
        session.execute("SET ROLE " + HistoryTables.quoted(owner));
        try {
            work.run();
        } finally {
            session.execute("RESET ROLE");
        }
    }
}
