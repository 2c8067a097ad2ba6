/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code GRANT}. Its inverse is {@code REVOKE}, so it is not for privileges that somebody has already: those would be
 * lost on the way back. Of ALL privileges, or on everything in a schema, some may well be there before, so that it has
 * none.
 *
 * @param passable whether who has them may grant them, too ({@code WITH GRANT OPTION})
 */
public record Grant(Privileges privileges, Grantable on, boolean passable) implements Operation {

    public static Grant of(Privileges privileges, Grantable on) {
        return new Grant(privileges, on, false);
    }

    /** {@code WITH GRANT OPTION}: who has them may grant them, too. */
    public Grant withGrantOption() {
        return new Grant(privileges, on, true);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("GRANT " + privileges.privilegeList())
                .add("ON " + on.privilegeSql())
                .add("TO " + privileges.roleList())
                .addIf(passable, "WITH GRANT OPTION")
                .statement();
    }

    @Override
    public Inverse inverse() {
        if (privileges.hasAll()) {
            return Inverse.none(
                    "Nobody knows which privileges on %s there were before, and REVOKE ALL takes those, too; name them instead of ALL."
                            .formatted(on));
        }
        if (on instanceof AllInSchema) {
            return Inverse.none(
                    "Nobody knows which privileges there were on %s before, and REVOKE takes those, too; grant them one by one."
                            .formatted(on));
        }
        return Inverse.of(new Revoke(privileges, on, Revoke.Extent.PRIVILEGE, false, passable));
    }
}
