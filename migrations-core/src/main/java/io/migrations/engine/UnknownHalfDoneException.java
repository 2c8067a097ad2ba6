/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** A half-done revision is to count as applied, and this build has no script to record. */
public final class UnknownHalfDoneException extends MigrationException {

    private final String revision;

    UnknownHalfDoneException(String revision) {
        super(("Revision '%s' cannot be recorded as applied: this build has no script of it. Repeat the command with a"
                        + " build that has one.")
                .formatted(revision));
        this.revision = revision;
    }

    public String revision() {
        return revision;
    }
}
