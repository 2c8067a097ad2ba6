/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** A downgrade that the database keeps is not, as far as can be proven, the one that was recorded; nothing was run. */
public final class TamperedDowngradeException extends MigrationException {

    private final String revision;

    TamperedDowngradeException(String revision, String why) {
        super(("The downgrade of revision '%s' that the database keeps %s, so it was not run. Find out who changed it,"
                        + " and downgrade with a build that has the revision's script.")
                .formatted(revision, why));
        this.revision = revision;
    }

    public String revision() {
        return revision;
    }
}
