/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** What a half-done revision is to count as from now on; only a person can know what is in the database. */
public enum RepairAs {
    /** Everything its upgrade does is there. */
    APPLIED,
    /** Nothing its upgrade does is there. */
    PENDING
}
