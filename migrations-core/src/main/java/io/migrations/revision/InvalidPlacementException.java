/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;

/** A new revision that cannot take the place in the graph that was asked for. */
public final class InvalidPlacementException extends MigrationException {

    /** What is in the way. */
    public enum Reason {
        /** The revision to follow is no head, and a new branch was not asked for. */
        NOT_A_HEAD,
        /** A head was named twice. */
        DUPLICATE_HEAD,
        /** The id has a character that ids cannot have, or means something else. */
        ILLEGAL_ID,
        /** A revision has the id already. */
        ID_TAKEN,
        /** A branch label has a character that labels cannot have, or means something else. */
        ILLEGAL_LABEL,
        /** The branch label is in use, as a label or as an id. */
        LABEL_TAKEN
    }

    private final String value;
    private final Reason reason;

    InvalidPlacementException(String value, Reason reason, String message) {
        super(message);
        this.value = value;
        this.reason = reason;
    }

    /** The id or label that cannot be. */
    public String value() {
        return value;
    }

    public Reason reason() {
        return reason;
    }
}
