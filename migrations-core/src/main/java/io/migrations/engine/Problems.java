/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.revision.DatabaseState;
import io.migrations.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What someone should look at, in sentences. */
final class Problems {

    private Problems() {}

    static List<String> of(
            DatabaseState state,
            List<String> codeHeads,
            List<RevisionStatus> revisions,
            List<RepeatableStatus> repeatables,
            Map<String, JournalEntry> attempts,
            List<Revision> moved) {
        List<String> problems = new ArrayList<>();
        if (codeHeads.size() > 1) {
            problems.add(
                    "The revisions have %d heads: '%s'.".formatted(codeHeads.size(), String.join("', '", codeHeads)));
        }
        if (state == DatabaseState.DIVERGED) {
            problems.add("The database holds revisions this build does not know, and this build has pending ones; an"
                    + " upgrade is refused.");
        }
        for (RevisionStatus status : revisions) {
            String id = status.revision().id();
            switch (status.state()) {
                case MODIFIED ->
                    problems.add("Revision '%s' was applied, and its script '%s' says something else now."
                            .formatted(id, status.revision().source()));
                case UNKNOWN ->
                    problems.add("Revision '%s' is applied, and not among this build's revisions.".formatted(id));
                case INTERRUPTED ->
                    problems.add("Revision '%s' was interrupted; %s."
                            .formatted(
                                    id,
                                    status.remedy() == Remedy.DECIDE
                                            ? ("how far it came cannot be told, so 'migrations repair %s --as applied' or"
                                                            + " '--as pending' has to say what it counts as")
                                                    .formatted(id)
                                            : "the next upgrade goes on from there, or says what has to be decided"));
                case FAILED -> {
                    JournalEntry attempt = attempts.get(id);
                    problems.add("Revision '%s' failed%s"
                            .formatted(
                                    id,
                                    attempt == null || attempt.failure() == null
                                            ? "."
                                            : ": " + attempt.failure().message()));
                }
                default -> {}
            }
        }
        repeatables.stream()
                .filter(script -> script.state() == RepeatableState.FAILED)
                .forEach(script ->
                        problems.add("Repeatable script '%s' failed: %s".formatted(script.name(), script.message())));
        moved.forEach(recorded -> problems.add("Revision '%s' was applied %s; its script says otherwise now."
                .formatted(
                        recorded.id(),
                        recorded.isBase()
                                ? "as a base"
                                : "after '%s'".formatted(String.join("', '", recorded.parents())))));
        attempts.values().stream()
                .filter(JournalEntry::isHalfDone)
                .forEach(entry -> problems.add("The %s of revision '%s' stopped after %d of its statements."
                        .formatted(entry.action(), entry.revision(), entry.statements())));
        return problems;
    }
}
