/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.InterruptedRevisionException.Reason;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.script.Script;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a run from building on, or pulling away the ground under, a revision that stopped half-way. */
final class HalfDone {

    private final Recorder recorder;

    HalfDone(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Lets a plan pass that finishes what is half done, or has nothing to do with it.
     *
     * @throws InterruptedRevisionException otherwise
     */
    void check(JdbcClient jdbc, Plan plan) {
        if (plan.isEmpty()) {
            return;
        }
        for (JournalEntry entry : recorder.latest(jdbc)) {
            if (!isHalfDone(entry, recorder.script(entry))) {
                continue;
            }
            Optional<Step> step = plan.steps().stream()
                    .filter(candidate -> candidate.revision().id().equals(entry.revision())
                            && Recorder.action(candidate).equals(entry.action()))
                    .findFirst();
            if (step.isPresent()) {
                checkContinues(entry, step.get());
            } else if (plan.direction() == Direction.DOWNGRADE
                    || !entry.action().equals("upgrade")
                    || !recorder.knows(entry.revision())) {
                throw refusal(entry, Reason.UNFINISHED);
            }
        }
    }

    /**
     * Lets nothing pass while anything is half done.
     *
     * @param latest the newest row of each revision
     * @throws InterruptedRevisionException naming the first
     */
    static void refuseAny(List<JournalEntry> latest) {
        latest.stream().filter(JournalEntry::isHalfDone).findFirst().ifPresent(entry -> {
            throw refusal(entry, Reason.UNFINISHED);
        });
    }

    private void checkContinues(JournalEntry entry, Step step) {
        var script = recorder.script(step);
        if (script.transactional()) {
            throw refusal(entry, Reason.NOW_TRANSACTIONAL);
        }
        if (script.statements().size() < entry.statements()
                || !Objects.equals(Recorder.completedChecksum(script, entry.statements()), entry.completedChecksum())) {
            throw refusal(entry, Reason.EDITED);
        }
        if (isUntold(entry, script)) {
            throw refusal(entry, Reason.UNTOLD);
        }
    }

    /**
     * Whether an attempt stopped after something of it took effect, or may have.
     *
     * @param script what it runs, where that is known
     */
    static boolean isHalfDone(JournalEntry entry, Optional<Script> script) {
        return entry.isHalfDone()
                || script.filter(known -> isUntold(entry, known)).isPresent();
    }

    /** Whether the statement after some of a script is one of which nothing can tell how far it came. */
    static boolean cannotBeTold(Script script, int statements) {
        return !script.transactional()
                && statements < script.statements().size()
                && UnfinishedStatement.cannotBeTold(script.statements().get(statements));
    }

    /** Whether an attempt stopped in a statement of which nothing can tell how far it came. */
    static boolean isUntold(JournalEntry entry, Script script) {
        return isInDoubt(entry) && cannotBeTold(script, entry.statements());
    }

    private static boolean isInDoubt(JournalEntry entry) {
        return entry.outcome() == Outcome.RUNNING || entry.outcome() == Outcome.INTERRUPTED;
    }

    static InterruptedRevisionException refusal(JournalEntry entry, Reason reason) {
        return new InterruptedRevisionException(entry.revision(), entry.action(), entry.statements(), reason);
    }
}
