/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.comparison.DriftReport.FingerprintMatch;
import io.migrations.engine.Migrator;
import io.migrations.engine.RecordedSchema;
import io.migrations.history.RecordedFingerprint;
import io.migrations.schema.Fingerprint;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotComparison;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds what was changed in a database by other means than its migrations. Reads only, as far as that database goes. */
public final class Drift {

    private final Migrator migrator;
    private final TextLikeness likeness;

    private Drift(Migrator migrator, TextLikeness likeness) {
        this.migrator = migrator;
        this.likeness = likeness;
    }

    public static Drift of(Migrator migrator) {
        return new Drift(migrator, TextLikeness.printed(migrator));
    }

    /** The same, which knows texts that only look different. */
    public Drift with(TextLikeness other) {
        return new Drift(migrator, other);
    }

    /** Compares the schema with the fingerprint that the last run left, which tells whether, and not what. */
    public DriftReport sinceLastRun() {
        RecordedSchema schema = migrator.schema();
        return new DriftReport(
                match(schema), takenAt(schema), null, schema.snapshot().unread());
    }

    /**
     * Compares the schema with what exactly the applied revisions make in a scratch database, and names what differs.
     *
     * @throws LostScriptsException where nobody has the code of an applied revision any more
     * @throws RebuildFailedException where an applied revision fails there
     * @throws ScratchRefusedException where there is no scratch database to be had
     * @throws ScratchVersionException where that is of another major version
     */
    public DriftReport fromRevisions(ScratchSource scratch) {
        RecordedSchema live = migrator.schema();
        try (ScratchDatabase database = scratch.apartFrom(migrator.dataSource())
                .open(migrator.settings().role())) {
            Snapshot rebuilt = Rebuild.in(database).ofApplied(migrator);
            if (rebuilt.majorVersion() != live.snapshot().majorVersion()) {
                throw new ScratchVersionException(live.snapshot().majorVersion(), rebuilt.majorVersion());
            }
            Snapshot likened = likeness.likened(rebuilt, live.snapshot(), database.dataSource());
            return new DriftReport(
                    match(live),
                    takenAt(live),
                    SnapshotComparison.of(rebuilt, likened),
                    live.snapshot().unread());
        }
    }

    private static FingerprintMatch match(RecordedSchema schema) {
        RecordedFingerprint taken = schema.findFingerprint().orElse(null);
        if (taken == null) {
            return FingerprintMatch.NONE;
        }
        if (taken.outdated()) {
            return FingerprintMatch.OUTDATED;
        }
        var now = Fingerprint.of(schema.snapshot());
        Fingerprint then = parse(taken.value());
        if (then == null || !now.isComparableWith(then)) {
            return FingerprintMatch.INCOMPARABLE;
        }
        return now.equals(then) ? FingerprintMatch.SAME : FingerprintMatch.CHANGED;
    }

    private static @Nullable Fingerprint parse(String text) {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException exception) {
            return null;
        }
    }

    private static @Nullable Instant takenAt(RecordedSchema schema) {
        return schema.findFingerprint().map(RecordedFingerprint::takenAt).orElse(null);
    }
}
