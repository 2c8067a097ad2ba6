/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** How a repeatable script stands. */
public enum RepeatableState {
    APPLIED,
    /** It has never run as it is now, or has to run again. */
    PENDING,
    /** The same, and the last attempt failed. */
    FAILED,
    /** It ran, and this build does not have it. What it made stays. */
    UNKNOWN
}
