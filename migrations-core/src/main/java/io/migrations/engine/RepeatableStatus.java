/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a repeatable script, from the build and from the database.
 *
 * @param name its name
 * @param description what its header says it is for; empty where this build does not have it
 * @param script where it is defined; none where this build does not have it
 * @param state how it stands
 * @param checksum of what would run, or where this build does not have it, of what ran
 * @param appliedAt when it last ran
 * @param message why the last attempt failed, if it did
 * @param remedy what helps then
 */
public record RepeatableStatus(
        String name,
        String description,
        @Nullable String script,
        RepeatableState state,
        @Nullable String checksum,
        @Nullable Instant appliedAt,
        @Nullable String message,
        @Nullable Remedy remedy) {}
