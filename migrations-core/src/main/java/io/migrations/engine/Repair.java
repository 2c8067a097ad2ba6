/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;

/**
 * What of the history can be put right, to be shown to a person before it is.
 *
 * @param revisions the ids that were asked for; none means all
 * @param edited applied revisions whose scripts say something else now: what the scripts say is to be accepted
 * @param interrupted attempts whose process died before anything took effect: they are to be closed
 * @param halfDone attempts that stopped half-way: somebody has to say what they count as
 * @see Migrator#planRepair
 */
public record Repair(
        List<String> revisions,
        List<EditedRevision> edited,
        List<UnfinishedAttempt> interrupted,
        List<UnfinishedAttempt> halfDone) {

    public Repair {
        revisions = List.copyOf(revisions);
        edited = List.copyOf(edited);
        interrupted = List.copyOf(interrupted);
        halfDone = List.copyOf(halfDone);
    }

    /** Nothing to put right. */
    static Repair none(List<String> revisions) {
        return new Repair(revisions, List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return edited.isEmpty() && interrupted.isEmpty() && halfDone.isEmpty();
    }
}
