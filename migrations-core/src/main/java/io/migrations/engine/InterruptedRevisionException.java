/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/**
 * A revision outside a transaction was interrupted half-way, and its script has been edited since: where to go on cannot
 * be told.
 */
public final class InterruptedRevisionException extends MigrationException {

    private final String revision;
    private final String file;
    private final int statements;

    InterruptedRevisionException(String revision, String file, int statements) {
        super(
                "Revision '%s' was interrupted after %d of its statements, and '%s' has been edited since. Put the text back that was running, start once more, and make the change in a new revision."
                        .formatted(revision, statements, file));
        this.revision = revision;
        this.file = file;
        this.statements = statements;
    }

    public String revision() {
        return revision;
    }

    public String file() {
        return file;
    }

    /** How many statements had completed. */
    public int statements() {
        return statements;
    }
}
