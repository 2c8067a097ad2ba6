/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.engine.RepeatableStatus;
import io.migrations.script.RepeatableScript;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One repeatable script.
 *
 * @param name its name
 * @param description what it is for; empty where this build does not have it
 * @param script where it is defined; none where this build does not have it
 * @param state {@code applied}, {@code pending}, {@code failed}, or {@code unknown} for one that this build does not have,
 *     or where the database cannot be read
 * @param checksum of what would run, or where this build does not have it, of what ran
 * @param appliedAt when it last ran
 */
public record RepeatableDescriptor(
        String name,
        String description,
        @Nullable String script,
        String state,
        @Nullable String checksum,
        @Nullable Instant appliedAt) {

    static RepeatableDescriptor of(RepeatableStatus status) {
        return new RepeatableDescriptor(
                status.name(),
                status.description(),
                status.script(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.checksum(),
                status.appliedAt());
    }

    /** A script of this build while nobody can say whether it has run. */
    static RepeatableDescriptor unknown(RepeatableScript script) {
        return new RepeatableDescriptor(
                script.name(),
                script.description(),
                script.script().file(),
                MigratorDescriptor.UNKNOWN,
                script.checksum(),
                null);
    }
}
