/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;
import org.jspecify.annotations.Nullable;

/** A new revision that is not fit to be written, or could not be; nothing was. */
public final class RevisionNotWrittenException extends MigrationException {

    private final String revision;

    private RevisionNotWrittenException(String revision, String message, @Nullable Throwable cause) {
        super(message + " Nothing was written.", cause);
        this.revision = revision;
    }

    static RevisionNotWrittenException because(String revision, String reason) {
        return new RevisionNotWrittenException(revision, reason, null);
    }

    static RevisionNotWrittenException because(String revision, String reason, Throwable cause) {
        return new RevisionNotWrittenException(revision, reason, cause);
    }

    /** Its id. */
    public String revision() {
        return revision;
    }
}
