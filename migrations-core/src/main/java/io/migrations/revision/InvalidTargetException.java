/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;

/** A target that cannot be reached from where the database stands, or that is no target at all. */
public final class InvalidTargetException extends MigrationException {

    /** What keeps a text from being a target that can be reached. */
    public enum Reason {
        /** It is not written as the target grammar wants it. */
        SYNTAX,
        /** It is a target, but not one that this command takes. */
        NOT_TAKEN_HERE,
        /** Several ids or labels begin with it. */
        SEVERAL_MATCH,
        /** The revision does not belong to the branch it was asked for in. */
        NOT_IN_BRANCH,
        /** It counts from what is applied, and that is several heads. */
        SEVERAL_STARTS,
        /** Counting comes to a place from which there are several ways on. */
        SEVERAL_WAYS,
        /** It counts further than there are revisions. */
        TOO_FAR,
        /** It is not applied, so it can neither be gone back to nor undone. */
        NOT_APPLIED,
        /** Something applied stands on it, so it cannot be undone by itself. */
        STOOD_ON,
        /** The ends of a range are not on one line. */
        NOT_ON_ONE_LINE,
        /** One of several targets, or of several recorded heads, contains another. */
        OVERLAP
    }

    private final String target;
    private final Reason reason;

    InvalidTargetException(String target, Reason reason, String message) {
        super(message);
        this.target = target;
        this.reason = reason;
    }

    public String target() {
        return target;
    }

    public Reason reason() {
        return reason;
    }
}
