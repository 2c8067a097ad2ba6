/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.InterruptedRevisionException.Reason;
import io.migrations.history.JournalEntry;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
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
        for (JournalEntry entry : recorder.halfDone(jdbc)) {
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
    }

    static InterruptedRevisionException refusal(JournalEntry entry, Reason reason) {
        return new InterruptedRevisionException(entry.revision(), entry.action(), entry.statements(), reason);
    }
}
