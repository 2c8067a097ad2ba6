/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.engine.DataLoss;
import io.migrations.engine.EditedRevision;
import io.migrations.engine.KeptDowngrade;
import io.migrations.engine.Repair;
import io.migrations.engine.ReviewedDowngrade;
import io.migrations.engine.UnfinishedAttempt;
import io.migrations.revision.Plan;
import io.migrations.revision.Revision;
import io.migrations.revision.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be done, or is being done. What a kind of action does not have is left out.
 *
 * @param steps the revisions, in the order in which they run
 * @param repeatables the repeatable scripts that run after them
 * @param headsBefore the database's heads before
 * @param headsAfter its heads afterwards
 * @param losesData the revisions whose downgrade may take data away
 * @param fromDatabase the revisions that this build does not know, whose downgrade the database keeps
 * @param added of a stamp: what is recorded as applied
 * @param removed of a stamp: what is no longer
 * @param edited of a repair: the revisions whose edited scripts are accepted
 * @param interrupted of a repair: the revisions whose attempts are closed
 * @param halfDone of a repair: the revisions that stopped half-way
 */
public record PlanDescriptor(
        @Nullable List<StepDescriptor> steps,
        @Nullable List<String> repeatables,
        @Nullable List<String> headsBefore,
        @Nullable List<String> headsAfter,
        @Nullable List<String> losesData,
        @Nullable List<String> fromDatabase,
        @Nullable List<String> added,
        @Nullable List<String> removed,
        @Nullable List<String> edited,
        @Nullable List<String> interrupted,
        @Nullable List<String> halfDone) {

    /**
     * A step.
     *
     * @param revision the revision's id
     * @param description what it does, in a few words
     */
    public record StepDescriptor(String revision, String description) {}

    static PlanDescriptor of(Plan plan) {
        return of(plan, null, null);
    }

    static PlanDescriptor of(ReviewedDowngrade reviewed) {
        return of(
                reviewed.plan(),
                reviewed.losses().stream().map(DataLoss::revision).distinct().toList(),
                reviewed.kept().stream().map(KeptDowngrade::revision).toList());
    }

    static PlanDescriptor of(Stamp stamp) {
        return new PlanDescriptor(
                null,
                null,
                List.copyOf(stamp.headsBefore()),
                List.copyOf(stamp.headsAfter()),
                null,
                null,
                stamp.added().stream().map(Revision::id).toList(),
                stamp.removed(),
                null,
                null,
                null);
    }

    static PlanDescriptor of(Repair repair) {
        return new PlanDescriptor(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                repair.edited().stream().map(EditedRevision::revision).toList(),
                repair.interrupted().stream().map(UnfinishedAttempt::revision).toList(),
                repair.halfDone().stream().map(UnfinishedAttempt::revision).toList());
    }

    private static PlanDescriptor of(Plan plan, @Nullable List<String> losesData, @Nullable List<String> fromDatabase) {
        return new PlanDescriptor(
                plan.steps().stream()
                        .map(step -> new StepDescriptor(
                                step.revision().id(), step.revision().description()))
                        .toList(),
                plan.repeatables(),
                List.copyOf(plan.headsBefore()),
                List.copyOf(plan.headsAfter()),
                losesData,
                fromDatabase,
                null,
                null,
                null,
                null,
                null);
    }
}
