/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.JournalVerification.BrokenRow;
import io.migrations.history.AppliedRevision;
import io.migrations.history.JournalEntry;
import io.migrations.history.JournalRow;
import io.migrations.history.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets the journal against itself and against the applied set. Pure. */
final class JournalCheck {

    private final List<JournalRow> rows;
    private final Map<String, JournalEntry> lastSucceeded = new LinkedHashMap<>();

    JournalCheck(List<JournalRow> rows) {
        this.rows = List.copyOf(rows);
        rows.stream()
                .map(JournalRow::entry)
                .filter(entry ->
                        entry.outcome() == Outcome.SUCCEEDED && !entry.isRepeatable() && !entry.isFingerprint())
                .forEach(entry -> lastSucceeded.put(entry.revision(), entry));
    }

    /**
     * The row that says this revision is applied.
     *
     * @throws BrokenJournalException where no row can be believed
     */
    Optional<JournalEntry> applied(String revision) {
        BrokenRow broken = firstBroken();
        if (broken != null) {
            throw new BrokenJournalException(broken);
        }
        return Optional.ofNullable(lastSucceeded.get(revision)).filter(JournalEntry::recordsApplied);
    }

    JournalVerification verify(List<AppliedRevision> applied) {
        List<String> contradictions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (AppliedRevision revision : applied) {
            ids.add(revision.id());
            contradiction(revision, lastSucceeded.get(revision.id())).ifPresent(contradictions::add);
        }
        lastSucceeded.values().stream()
                .filter(entry -> entry.recordsApplied() && !ids.contains(entry.revision()))
                .forEach(entry -> contradictions.add(
                        "The journal says that revision '%s' is applied, and it is not.".formatted(entry.revision())));
        return new JournalVerification(rows.size(), firstBroken(), contradictions);
    }

    private static Optional<String> contradiction(AppliedRevision applied, @Nullable JournalEntry entry) {
        if (entry == null) {
            return Optional.of("Revision '%s' is applied, and no row of the journal says so.".formatted(applied.id()));
        }
        if (!entry.recordsApplied()) {
            return Optional.of("Revision '%s' is applied, and the newest row about it is a %s that took it away."
                    .formatted(applied.id(), entry.action()));
        }
        return entry.checksum().equals(applied.checksum())
                ? Optional.empty()
                : Optional.of(
                        "Revision '%s' is applied with another checksum than the journal has.".formatted(applied.id()));
    }

    private @Nullable BrokenRow firstBroken() {
        return rows.stream()
                .filter(row -> !row.follows())
                .findFirst()
                .map(row -> new BrokenRow(
                        row.id(), row.entry().action(), row.entry().revision()))
                .orElse(null);
    }
}
