/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Whether a function may run in a parallel plan. "15.4. Parallel Safety" in the PostgreSQL documentation. */
public enum Parallelism {
    /** Anywhere. */
    SAFE,
    /** Not in the workers. */
    RESTRICTED,
    /** Not at all. */
    UNSAFE
}
