/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** What one transaction holds. */
public enum TransactionPer {
    /** Each revision is committed by itself. */
    REVISION,
    /** All revisions of a run are committed together, or none. */
    RUN
}
