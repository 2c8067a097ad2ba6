/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.engine.Migrator;
import io.migrations.engine.Repair;
import io.migrations.engine.ReviewedDowngrade;
import io.migrations.revision.Plan;
import io.migrations.revision.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request comes to in a database as it is now, decided before anything is done.
 *
 * @param concerns why somebody has to confirm it, as sentences; none where nobody has to
 * @param needsDecision whether confirming is not enough, as the request leaves open what is to be done
 * @param execution does just that, and returns the database's heads afterwards
 */
record Work(
        PlanDescriptor plan,
        boolean isEmpty,
        List<String> concerns,
        boolean needsDecision,
        Function<Migrator, List<String>> execution) {

    /**
     * Decides.
     *
     * @throws io.migrations.MigrationException where it would be refused
     */
    static Work of(RunRequest request, Migrator migrator) {
        return switch (request.action()) {
            case UPGRADE -> upgrade(request.targets(), migrator);
            case DOWNGRADE -> downgrade(request.targets().get(0), migrator);
            case STAMP -> stamp(request, migrator);
            case REPAIR -> repair(request, migrator);
        };
    }

    private static Work upgrade(List<String> targets, Migrator migrator) {
        Plan plan = migrator.reviewUpgrade(targets);
        return new Work(
                PlanDescriptor.of(plan),
                plan.isEmpty(),
                List.of(),
                false,
                running -> List.copyOf(running.upgrade(targets).plan().headsAfter()));
    }

    private static Work downgrade(String target, Migrator migrator) {
        ReviewedDowngrade reviewed = migrator.reviewDowngrade(target);
        PlanDescriptor plan = PlanDescriptor.of(reviewed);
        List<String> concerns = new ArrayList<>();
        if (!reviewed.losses().isEmpty()) {
            concerns.add("It may lose data: of %s.".formatted(quoted(plan.losesData())));
        }
        if (!reviewed.kept().isEmpty()) {
            concerns.add("This build does not know %s: what the database keeps of %s would run."
                    .formatted(quoted(plan.fromDatabase()), reviewed.kept().size() == 1 ? "it" : "them"));
        }
        return new Work(
                plan,
                reviewed.plan().isEmpty(),
                concerns,
                false,
                running -> List.copyOf(running.downgrade(reviewed).plan().headsAfter()));
    }

    private static Work stamp(RunRequest request, Migrator migrator) {
        Stamp stamp = migrator.planStamp(request.targets(), request.purge());
        List<String> concerns = stamp.removed().isEmpty()
                ? List.of()
                : List.of("It forgets that %s %s applied."
                        .formatted(quoted(stamp.removed()), stamp.removed().size() == 1 ? "is" : "are"));
        return new Work(
                PlanDescriptor.of(stamp),
                stamp.isEmpty(),
                concerns,
                false,
                running -> List.copyOf(
                        running.stamp(request.targets(), request.purge(), stamp).headsAfter()));
    }

    private static Work repair(RunRequest request, Migrator migrator) {
        Repair repair = migrator.planRepair(request.targets());
        PlanDescriptor plan = PlanDescriptor.of(repair);
        List<String> concerns = new ArrayList<>(List.of("It changes what the history says; look at the plan."));
        boolean undecided = !repair.halfDone().isEmpty() && request.as() == null;
        if (undecided) {
            concerns.add("%s stopped half-way: say with 'as' whether that counts as 'applied' or 'pending'."
                    .formatted(quoted(plan.halfDone())));
        }
        return new Work(plan, repair.isEmpty(), concerns, undecided, running -> {
            running.repair(repair, request.as());
            return running.status().databaseHeads();
        });
    }

    private static String quoted(@Nullable List<String> ids) {
        return ids == null ? "" : "'" + String.join("', '", ids) + "'";
    }
}
