/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Change;
import io.migrations.schema.Rename;
import io.migrations.schema.SchemaDifference;
import io.migrations.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one revision is to do, before its way back is known.
 *
 * @param about what it is about, where one change takes several; empty for the main one
 */
record PlannedRevision(String about, boolean isTransactional, List<Change> upgrade) {

    PlannedRevision {
        upgrade = List.copyOf(upgrade);
    }

    /** Its way back, as it is to be run. */
    List<Change> back(List<Change> changes) {
        return isTransactional ? changes : OnlineSteps.concurrently(changes);
    }

    /**
     * The revisions of a difference, in order.
     *
     * @param online what there is before, where steps are wanted that let others write meanwhile
     */
    static List<PlannedRevision> of(
            SchemaDifference difference, List<Rename> renames, List<Rename> offered, @Nullable Snapshot online) {
        List<PlannedRevision> planned = new ArrayList<>();
        List<Change> main = new ArrayList<>();
        if (difference.first().isEmpty()) {
            main.addAll(Proof.renaming(renames));
        } else {
            // What comes first speaks of everything by its new name.
            List<Change> first = new ArrayList<>(Proof.renaming(renames));
            first.addAll(difference.first());
            planned.add(new PlannedRevision("new enum values", true, first));
        }
        main.addAll(OfferedRenames.remarked(difference.rest(), offered));
        if (online != null) {
            planned.addAll(OnlineSteps.of(main, online));
        } else if (!main.isEmpty()) {
            planned.add(new PlannedRevision("", true, main));
        }
        return planned;
    }
}
