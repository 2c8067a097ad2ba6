/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.util.Optional;

/**
 * Whether a role may be given to somebody who needs what it owns. Its members may do whatever it may do, which is more
 * than was asked for where that does not end at its objects.
 *
 * @see <a href="https://www.postgresql.org/docs/current/role-membership.html">Role Membership</a>
 * @see <a href="https://www.postgresql.org/docs/current/predefined-roles.html">Predefined Roles</a>
 */
enum Sharing {
    /** It is no more than an owner. */
    HARMLESS,
    /** It is a superuser, or may do what only few may, or may become one that does: the object alone changes hands. */
    POWERFUL,
    /** It is the server's own, and stands for rules that hold for everybody. */
    PREDEFINED;

    /** An SQL expression for the name of one of these. */
    static String ofRole(String oid) {
        return """
                (SELECT CASE WHEN owning.rolname LIKE 'pg\\_%%' THEN 'PREDEFINED'
                             WHEN EXISTS (SELECT FROM pg_roles AS other
                                           WHERE (rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls
                                                  OR rolname IN ('pg_execute_server_program', 'pg_read_server_files',
                                                                 'pg_write_server_files'))
                                             AND pg_has_role(owning.oid, other.oid, 'MEMBER')) THEN 'POWERFUL'
                             ELSE 'HARMLESS' END
                   FROM pg_roles AS owning WHERE owning.oid = %s)""".formatted(oid);
    }

    /**
     * What lets a user do to an object what only its owner may; nothing where the owner has to be found another way.
     *
     * @param object what it is, as SQL
     */
    Optional<String> ownership(String object, String owner, String user) {
        String quoted = HistoryTables.quoted(user);
        return switch (this) {
            case HARMLESS -> Optional.of("GRANT %s TO %s;".formatted(HistoryTables.quoted(owner), quoted));
            case POWERFUL -> Optional.of("ALTER %s OWNER TO %s;".formatted(object, quoted));
            case PREDEFINED -> Optional.empty();
        };
    }
}
