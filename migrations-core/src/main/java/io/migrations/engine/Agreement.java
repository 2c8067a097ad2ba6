/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.HistoryTables;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run may do: what this build's scripts say, and of texts from the database those that a person has read. */
final class Agreement {

    private final LoadedScripts loaded;
    private final StepScripts scripts;
    private final @Nullable ReviewedDowngrade shown;

    private Agreement(LoadedScripts loaded, StepScripts scripts, @Nullable ReviewedDowngrade shown) {
        this.loaded = loaded;
        this.scripts = scripts;
        this.shown = shown;
    }

    /** Nobody was asked: nothing from the database runs. */
    static Agreement none(LoadedScripts loaded) {
        return new Agreement(loaded, StepScripts.of(loaded.directory()), null);
    }

    static Agreement to(ReviewedDowngrade shown, LoadedScripts loaded) {
        var scripts = new StepScripts(loaded.directory(), KeptDowngrades.parse(loaded, shown.kept()));
        return new Agreement(loaded, scripts, shown);
    }

    /** The scripts of the steps: exactly what was shown, whatever the database holds by now. */
    StepScripts scripts() {
        return scripts;
    }

    /**
     * Makes sure that what is to run is what was shown, without the steps that are done.
     *
     * @throws PlanChangedException where it is not
     * @throws TamperedDowngradeException where a text is proven no longer
     */
    void require(JdbcClient jdbc, HistoryTables tables, Plan plan, List<AppliedRevision> applied, int stepsDone) {
        if (shown == null) {
            return;
        }
        List<String> remaining = ids(shown.plan());
        List<KeptDowngrade> kept = new KeptDowngrades(loaded, tables).of(jdbc, plan, applied);
        if (!ids(plan).equals(remaining.subList(stepsDone, remaining.size()))
                || !shown.kept().containsAll(kept)) {
            throw new PlanChangedException();
        }
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream()
                .map(Step::revision)
                .map(revision -> revision.id())
                .toList();
    }
}
