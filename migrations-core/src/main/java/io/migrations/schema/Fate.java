/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/** What becomes of an object on the way from one snapshot to another. */
enum Fate {
    KEEP,
    CREATE,
    DROP,
    /** Changed in place. */
    ALTER,
    /** Dropped and created again. */
    RECREATE,
    /** Renamed out of the way, created again, and dropped once nothing uses it: for what holds values or rows. */
    SWAP;

    boolean isGone() {
        return this == DROP || this == RECREATE || this == SWAP;
    }

    boolean isMade() {
        return this == CREATE || this == RECREATE || this == SWAP;
    }
}
