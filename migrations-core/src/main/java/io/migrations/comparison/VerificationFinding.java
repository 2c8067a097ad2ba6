/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

/**
 * Something that a verification found.
 *
 * @param revision which revision it is about; empty where it is about none
 * @param kind what is wrong
 * @param message what is wrong, as a sentence
 * @param detail the differences, or what the server said; may be empty
 */
public record VerificationFinding(String revision, Kind kind, String message, String detail) {

    /** What can be wrong. */
    public enum Kind {
        UPGRADE_FAILED,
        /** It stands on one that failed. */
        NOT_TRIED,
        DOWNGRADE_FAILED,
        /** The downgrade leaves another schema than there was. */
        NOT_RESTORED,
        /** The downgrade leaves other rows than there were. */
        ROWS_CHANGED,
        SECOND_UPGRADE_FAILED,
        /** The second upgrade leaves another schema than the first. */
        SECOND_UPGRADE_DIFFERS,
        /** It has no downgrade. */
        IRREVERSIBLE,
        /** The rows could not be inserted. */
        DATA_FAILED
    }

    /** The message, and the detail below it. */
    @Override
    public String toString() {
        return detail.isBlank()
                ? message
                : message + "\n" + detail.strip().indent(2).stripTrailing();
    }
}
