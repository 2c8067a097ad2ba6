/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.comparison.DriftReport;
import io.migrations.comparison.DriftReport.FingerprintMatch;
import io.migrations.schema.SnapshotComparison;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether one database's schema is what its migrations have made of it.
 *
 * @param drift whether something differs, as far as was looked; none where that could not be told
 * @param fingerprint what the last run's fingerprint tells: {@code same}, {@code changed}, {@code outdated},
 *     {@code incomparable} or {@code none}
 * @param takenAt when that was taken
 * @param differences what differs from a schema that was built anew, if one was
 * @param problem why nothing can be told, if so
 */
public record DriftDescriptor(
        @Nullable Boolean drift,
        @Nullable String fingerprint,
        @Nullable Instant takenAt,
        @Nullable List<Map<String, Object>> differences,
        @Nullable String problem) {

    static DriftDescriptor of(DriftReport report) {
        boolean isKnown = report.findDifferences().isPresent()
                || report.fingerprint() == FingerprintMatch.SAME
                || report.fingerprint() == FingerprintMatch.CHANGED;
        return new DriftDescriptor(
                isKnown ? report.hasDrift() : null,
                report.fingerprint().name().toLowerCase(Locale.ROOT),
                report.takenAt(),
                report.findDifferences().map(SnapshotComparison::values).orElse(null),
                isKnown ? null : report.text());
    }

    static DriftDescriptor unreadable(String problem) {
        return new DriftDescriptor(null, null, null, null, problem);
    }
}
