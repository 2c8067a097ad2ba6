/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Rename;
import io.migrations.schema.Snapshot;
import java.util.List;

/** Says which of the things that look renamed are. Nothing else may: what only looks so would lose its rows otherwise. */
@FunctionalInterface
public interface RenameDecision {

    /**
     * The ones that are.
     *
     * @param candidates what looks so
     * @param from what there is; a decision may also name what does not look so
     */
    List<Rename> decide(List<Rename> candidates, Snapshot from);

    /** None is. */
    static RenameDecision none() {
        return (candidates, from) -> List.of();
    }
}
