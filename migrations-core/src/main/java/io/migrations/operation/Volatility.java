/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** What the results of a function depend on. "36.7. Function Volatility Categories" in the PostgreSQL documentation. */
public enum Volatility {
    /** Its arguments alone. */
    IMMUTABLE,
    /** The database, too, as it is for one statement. */
    STABLE,
    /** Anything. */
    VOLATILE
}
