/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Revision;
import io.migrations.revision.Step;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import io.migrations.script.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold before the first statement of a plan runs. */
final class PlanCheck {

    private final StepScripts scripts;
    private final ScriptDirectory directory;
    private final AppliedSet appliedSet;

    PlanCheck(StepScripts scripts, AppliedSet appliedSet) {
        this.scripts = scripts;
        this.directory = scripts.directory();
        this.appliedSet = appliedSet;
    }

    /**
     * Checks a plan against what is applied.
     *
     * @throws ModifiedRevisionException for an applied script that was edited
     * @throws DivergedException for an upgrade of a database that holds unknown revisions
     * @throws IrreversibleRevisionException for a downgrade without a way back
     * @throws MovedRevisionException for a downgrade that is not the way that was come
     */
    void check(JdbcClient jdbc, Plan plan, List<AppliedRevision> applied) {
        if (plan.direction() == Direction.UPGRADE) {
            requireUnmodified(jdbc, applied);
            requireKnown(plan, applied);
        } else {
            List<String> steps =
                    plan.steps().stream().map(step -> step.revision().id()).toList();
            requireUnmodified(
                    jdbc,
                    applied.stream()
                            .filter(revision -> steps.contains(revision.id()))
                            .toList());
            requireReversible(plan, scripts);
            requireWayThatWasCome(steps, applied);
        }
    }

    /** What stood on a revision when it was applied has to go before it. */
    private void requireWayThatWasCome(List<String> steps, List<AppliedRevision> applied) {
        var recorded = new RecordedEdges(directory.graph(), applied);
        for (AppliedRevision upper : applied) {
            int own = steps.indexOf(upper.id());
            for (String lower : recorded.below(upper.id())) {
                int other = steps.indexOf(lower);
                if (other >= 0 && (own < 0 || own > other)) {
                    List<String> follows = directory
                            .graph()
                            .find(upper.id())
                            .map(directory.graph()::predecessors)
                            .orElse(List.of());
                    throw new MovedRevisionException(upper.id(), lower, follows);
                }
            }
        }
    }

    private void requireUnmodified(JdbcClient jdbc, List<AppliedRevision> applied) {
        List<Modification> modifications = new ArrayList<>();
        for (AppliedRevision revision : applied) {
            directory
                    .find(revision.id())
                    .filter(script -> !script.upgrade().checksum().equals(revision.checksum()))
                    .ifPresent(script -> modifications.add(modification(jdbc, revision, script)));
        }
        if (!modifications.isEmpty()) {
            throw new ModifiedRevisionException(modifications);
        }
    }

    private Modification modification(JdbcClient jdbc, AppliedRevision applied, ScriptedRevision script) {
        String ran = appliedSet
                .texts(jdbc, applied.id())
                .map(texts -> texts.upgrade())
                .orElse("");
        return new Modification(
                applied.id(),
                script.upgrade().file(),
                applied.checksum(),
                script.upgrade().checksum(),
                TextDifference.of(ran, script.upgrade().text()));
    }

    private void requireKnown(Plan plan, List<AppliedRevision> applied) {
        List<String> unknown = applied.stream()
                .map(AppliedRevision::id)
                .filter(id -> !directory.graph().contains(id))
                .toList();
        if (!unknown.isEmpty() && !plan.isEmpty()) {
            throw new DivergedException(
                    unknown,
                    plan.steps().stream().map(step -> step.revision().id()).toList());
        }
    }

    /**
     * Makes sure that every revision of a downgrade has a way back.
     *
     * @throws IrreversibleRevisionException where one has not
     */
    static void requireReversible(Plan plan, StepScripts scripts) {
        refuse(
                plan,
                revision -> !scripts.knows(revision.id()),
                "are not in this build's scripts. Downgrade with the build that applied them, or run"
                        + " 'migrations downgrade', which can use the text that the database keeps.");
        refuse(
                plan,
                revision -> scripts.downgrade(revision.id()).isEmpty(),
                "have no downgrade. " + remedy(plan, scripts));
    }

    private static String remedy(Plan plan, StepScripts scripts) {
        List<String> obstacles = plan.steps().stream()
                .flatMap(step -> scripts.directory().find(step.revision().id()).stream())
                .filter(revision -> revision.downgrade() == null && revision.obstacle() != null)
                .map(revision -> "'%s': %s".formatted(revision.revision().id(), revision.obstacle()))
                .toList();
        return obstacles.isEmpty()
                ? "Write one below '-- Downgrade' in their scripts."
                : "Their authors say why: " + String.join(" ", obstacles);
    }

    private static void refuse(Plan plan, Predicate<Revision> condition, String why) {
        List<String> refused = plan.steps().stream()
                .map(Step::revision)
                .filter(condition)
                .map(Revision::id)
                .toList();
        if (!refused.isEmpty()) {
            throw new IrreversibleRevisionException(refused, why);
        }
    }
}
