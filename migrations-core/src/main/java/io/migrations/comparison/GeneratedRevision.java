/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Change;
import java.util.List;

/**
 * A revision that was derived, and that was run up and down in a scratch database.
 *
 * @param about what it is about, where one change takes several revisions: {@code index orders_idx}; empty for the main one
 * @param isTransactional whether it runs in a transaction
 */
public record GeneratedRevision(String about, boolean isTransactional, List<Change> upgrade, List<Change> downgrade) {

    public GeneratedRevision {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }
}
