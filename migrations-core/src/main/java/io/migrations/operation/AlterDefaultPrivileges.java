/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code ALTER DEFAULT PRIVILEGES}: what is granted on things that a role will create. Its inverse is the opposite, with
 * what {@link Grant} and {@link Revoke} say of that.
 *
 * @param action whether privileges are granted or revoked
 * @param kind tables (and views), sequences, functions, types or schemas
 * @param creators the roles that create them; none for who runs this
 * @param schemas the schemas they are created in; none for all
 * @param passable whether who has them may grant them, too ({@code WITH GRANT OPTION})
 */
public record AlterDefaultPrivileges(
        Action action,
        Privileges privileges,
        ObjectKind kind,
        List<String> creators,
        List<String> schemas,
        boolean passable)
        implements Operation {

    /** Whether privileges are granted or revoked. */
    public enum Action {
        GRANT,
        REVOKE
    }

    /** Checks the kind and the names. */
    public AlterDefaultPrivileges {
        creators = Names.require("role", creators);
        schemas = Names.require("schema", schemas);
        switch (kind) {
            case TABLE, SEQUENCE, FUNCTION, TYPE, SCHEMA -> {}
            default ->
                throw new InvalidOperationException(
                        "A %s has no default privileges.".formatted(kind),
                        "Choose tables, sequences, functions, types or schemas.");
        }
    }

    /** Grants them from then on. */
    public static AlterDefaultPrivileges grant(Privileges privileges, ObjectKind kind) {
        return new AlterDefaultPrivileges(Action.GRANT, privileges, kind, List.of(), List.of(), false);
    }

    /** Grants them no longer from then on. */
    public static AlterDefaultPrivileges revoke(Privileges privileges, ObjectKind kind) {
        return new AlterDefaultPrivileges(Action.REVOKE, privileges, kind, List.of(), List.of(), false);
    }

    /** {@code FOR ROLE}: only on what these roles create. */
    public AlterDefaultPrivileges forRoles(String... roles) {
        return new AlterDefaultPrivileges(action, privileges, kind, List.of(roles), schemas, passable);
    }

    /** {@code IN SCHEMA}: only on what is created there. */
    public AlterDefaultPrivileges inSchemas(String... names) {
        return new AlterDefaultPrivileges(action, privileges, kind, creators, List.of(names), passable);
    }

    /** {@code WITH GRANT OPTION}: who has them may grant them, too; of a revocation, they came with it. */
    public AlterDefaultPrivileges withGrantOption() {
        return new AlterDefaultPrivileges(action, privileges, kind, creators, schemas, true);
    }

    @Override
    public List<String> statements() {
        boolean grants = action == Action.GRANT;
        return Phrase.of("ALTER DEFAULT PRIVILEGES")
                .addIfAny(creators.isEmpty() ? "" : "FOR ROLE " + Roles.list(creators))
                .addIfAny(schemas.isEmpty() ? "" : "IN SCHEMA " + Names.list(schemas))
                .add(action.name())
                .add(privileges.privilegeList())
                .add("ON " + kind.words() + "S")
                .add((grants ? "TO " : "FROM ") + privileges.roleList())
                .addIf(grants && passable, "WITH GRANT OPTION")
                .statement();
    }

    @Override
    public Inverse inverse() {
        if (privileges.hasAll()) {
            return Inverse.none(
                    "Nobody knows which default privileges on %ss there were before; name them instead of ALL."
                            .formatted(kind));
        }
        Action opposite = action == Action.GRANT ? Action.REVOKE : Action.GRANT;
        return Inverse.of(new AlterDefaultPrivileges(opposite, privileges, kind, creators, schemas, passable));
    }
}
