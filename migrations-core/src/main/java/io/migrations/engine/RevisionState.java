/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** How a single revision stands. */
public enum RevisionState {
    APPLIED,
    PENDING,
    /** Applied, and its script says something else now. */
    MODIFIED,
    /** Applied, and in none of this build's scripts. */
    UNKNOWN,
    /** Not applied; an attempt is under way. */
    RUNNING,
    /** Not applied; the last attempt failed. */
    FAILED,
    /** Not applied; the last attempt's process died. */
    INTERRUPTED
}
