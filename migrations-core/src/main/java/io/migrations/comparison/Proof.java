/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Change;
import io.migrations.schema.Rename;
import io.migrations.schema.SchemaDifference;
import io.migrations.schema.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs planned revisions in the scratch database: up, where their ways back are derived from what each has really done,
 * down, and up again. The way back is the difference the other way, so that it restores also what its upgrade had to make
 * anew.
 */
final class Proof {

    private final Trial trial;
    private final List<Rename> renames;

    Proof(Trial trial, List<Rename> renames) {
        this.trial = trial;
        this.renames = renames;
    }

    /**
     * The revisions with their ways back.
     *
     * @param made what there was before anything was renamed
     * @param renamed what there is in the scratch database now
     */
    List<GeneratedRevision> of(Snapshot made, Snapshot renamed, List<PlannedRevision> planned, Snapshot wanted) {
        List<Snapshot> states = new ArrayList<>(List.of(renamed));
        for (PlannedRevision revision : planned) {
            List<Change> changes = isMain(revision) ? withoutRenames(revision.upgrade()) : revision.upgrade();
            states.add(trial.run("The upgrade", changes, revision.isTransactional()));
        }
        List<Change> all =
                planned.stream().flatMap(one -> one.upgrade().stream()).toList();
        trial.require("The upgrade", wanted, last(states), all);
        List<GeneratedRevision> proven = new ArrayList<>();
        for (int i = planned.size() - 1; i >= 0; i--) {
            PlannedRevision revision = planned.get(i);
            Snapshot before = states.get(i);
            List<Change> back = new ArrayList<>(revision.back(
                    SchemaDifference.inOneTransaction(trial.likened(before, states.get(i + 1)), before)
                            .changes()));
            Snapshot restored = trial.run("The downgrade", back, revision.isTransactional());
            trial.require("The downgrade", before, restored, back);
            if (isMain(revision)) {
                List<Change> renaming = reversed();
                if (!renaming.isEmpty()) {
                    restored = trial.run("The downgrade", renaming, true);
                    trial.require("The downgrade", made, restored, renaming);
                    trial.run("The upgrade", renaming(renames), true);
                    back.addAll(renaming);
                }
            }
            proven.add(new GeneratedRevision(revision.about(), revision.isTransactional(), revision.upgrade(), back));
        }
        Collections.reverse(proven);
        again(planned, wanted);
        return proven;
    }

    /** What a downgrade leaves behind that no snapshot shows would trip the second upgrade. */
    private void again(List<PlannedRevision> planned, Snapshot wanted) {
        Snapshot now = wanted;
        for (PlannedRevision revision : planned) {
            List<Change> changes = isMain(revision) ? withoutRenames(revision.upgrade()) : revision.upgrade();
            now = trial.run("The second upgrade", changes, revision.isTransactional());
        }
        trial.require(
                "The second upgrade",
                wanted,
                now,
                planned.get(planned.size() - 1).upgrade());
    }

    private boolean isMain(PlannedRevision revision) {
        return !renames.isEmpty() && revision.upgrade().stream().anyMatch(this::isRenaming);
    }

    private boolean isRenaming(Change change) {
        return renames.stream().anyMatch(rename -> rename.operation().equals(change.operation()));
    }

    private List<Change> withoutRenames(List<Change> changes) {
        return changes.stream().filter(change -> !isRenaming(change)).toList();
    }

    /** What renames. */
    static List<Change> renaming(List<Rename> renames) {
        return renames.stream()
                .map(rename -> new Change(rename.operation(), List.of()))
                .toList();
    }

    private List<Change> reversed() {
        List<Change> changes = new ArrayList<>();
        for (int i = renames.size() - 1; i >= 0; i--) {
            changes.add(new Change(renames.get(i).reversed().operation(), List.of()));
        }
        return changes;
    }

    private static Snapshot last(List<Snapshot> states) {
        return states.get(states.size() - 1);
    }
}
