/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code REVOKE}. Its inverse is {@code GRANT}, so it is not for privileges that nobody has: those would be granted on
 * the way back.
 *
 * @param extent what is taken away
 * @param cascading whether those who have them from there lose them, too ({@code CASCADE})
 * @param passable whether they came with the grant option, for the inverse
 */
public record Revoke(Privileges privileges, Grantable on, Extent extent, boolean cascading, boolean passable)
        implements Operation {

    /** What is taken away. */
    public enum Extent {
        /** The privilege itself. */
        PRIVILEGE,
        /** The right to grant it, {@code GRANT OPTION FOR}. */
        GRANT_OPTION
    }

    public static Revoke of(Privileges privileges, Grantable on) {
        return new Revoke(privileges, on, Extent.PRIVILEGE, false, false);
    }

    /** {@code GRANT OPTION FOR}: the privilege stays, and may not be granted any more. */
    public Revoke grantOptionFor() {
        return new Revoke(privileges, on, Extent.GRANT_OPTION, cascading, true);
    }

    /** {@code CASCADE}: those who have them from there lose them, too. Leaves no inverse. */
    public Revoke cascade() {
        return new Revoke(privileges, on, extent, true, passable);
    }

    /** They came with the grant option, which the inverse gives back. */
    public Revoke existingGrantOption() {
        return new Revoke(privileges, on, extent, cascading, true);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("REVOKE")
                .addIf(extent == Extent.GRANT_OPTION, "GRANT OPTION FOR")
                .add(privileges.privilegeList())
                .add("ON " + on.privilegeSql())
                .add("FROM " + privileges.roleList())
                .addIf(cascading, "CASCADE")
                .statement();
    }

    @Override
    public Inverse inverse() {
        if (cascading) {
            return Inverse.none("CASCADE takes privileges from roles that nobody has named; revoke those on %s first."
                    .formatted(on));
        }
        if (privileges.hasAll()) {
            return Inverse.none(
                    "Nobody knows which privileges on %s there were before; name them instead of ALL.".formatted(on));
        }
        if (on instanceof AllInSchema) {
            return Inverse.none(
                    "Nobody knows which privileges there were on %s before; revoke them one by one.".formatted(on));
        }
        return Inverse.of(new Grant(privileges, on, passable));
    }
}
