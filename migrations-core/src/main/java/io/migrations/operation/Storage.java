/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Where PostgreSQL keeps long values of a column: "66.2 TOAST" in its documentation. */
public enum Storage {
    /** In the row, uncompressed. */
    PLAIN,
    /** Outside the row, uncompressed. */
    EXTERNAL,
    /** Compressed, outside the row where it must. */
    EXTENDED,
    /** Compressed, in the row where it can. */
    MAIN
}
