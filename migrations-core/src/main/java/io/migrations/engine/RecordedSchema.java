/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RecordedFingerprint;
import io.migrations.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database's schema, and what its history says of it.
 *
 * @param snapshot the schema, without the history's own tables
 * @param applied the ids of the applied revisions
 * @param fingerprint what the schema was after the last run that noted it
 */
public record RecordedSchema(
        Snapshot snapshot, List<String> applied, @Nullable RecordedFingerprint fingerprint) {

    public RecordedSchema {
        applied = List.copyOf(applied);
    }

    public Optional<RecordedFingerprint> findFingerprint() {
        return Optional.ofNullable(fingerprint);
    }
}
