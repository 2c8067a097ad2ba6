/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.SnapshotComparison;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database's schema is what the migrations have made of it.
 *
 * @param fingerprint what the fingerprint tells that the last run left in the journal
 * @param takenAt when that was; none where there is no fingerprint
 * @param differences what the live schema has otherwise than one that was built anew from what is applied; none where none was
 * @param unread what the database has that is not compared
 */
public record DriftReport(
        FingerprintMatch fingerprint,
        @Nullable Instant takenAt,
        @Nullable SnapshotComparison differences,
        List<String> unread) {

    /** What the fingerprint of the last run tells. */
    public enum FingerprintMatch {
        /** The schema is as the last run left it. */
        SAME,
        /** The schema was changed since the last run. */
        CHANGED,
        /** Something ran since that noted no fingerprint. */
        OUTDATED,
        /** It was taken by another version of PostgreSQL or of this library. */
        INCOMPARABLE,
        /** There is none. */
        NONE
    }

    public DriftReport {
        unread = List.copyOf(unread);
    }

    /** What differs, if it was looked for. */
    public Optional<SnapshotComparison> findDifferences() {
        return Optional.ofNullable(differences);
    }

    /** Whether something differs, as far as was looked. */
    public boolean hasDrift() {
        return differences == null ? fingerprint == FingerprintMatch.CHANGED : !differences.isEmpty();
    }

    /** All of it, to be read. */
    public String text() {
        if (differences == null) {
            return sentence("The schema");
        }
        return differences.isEmpty()
                ? "The schema is what the applied revisions make. " + sentence("It")
                : "The schema is not what the applied revisions make. %s%n%n%s"
                        .formatted(sentence("It"), differencesText());
    }

    /** What differs, to be read; empty where nothing does or was looked for. */
    public String differencesText() {
        return differences == null ? "" : differences.text("missing from the database", "only in the database");
    }

    private String sentence(String subject) {
        return switch (fingerprint) {
            case SAME ->
                hasDrift()
                        ? "Nothing was changed since the last run (%s): it was so before.".formatted(takenAt)
                        : "%s is as the last run left it (%s).".formatted(subject, takenAt);
            case CHANGED -> "%s was changed since the last run (%s).".formatted(subject, takenAt);
            case OUTDATED ->
                "Whether it was changed since the last run cannot be told, as that run noted no fingerprint.";
            case INCOMPARABLE ->
                "Whether it was changed since the last run cannot be told: that run's fingerprint is of another version.";
            case NONE -> "Whether it was changed since the last run cannot be told, as there is no fingerprint.";
        };
    }
}
