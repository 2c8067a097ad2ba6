/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A repeatable script as the database records it.
 *
 * @param name its name
 * @param checksum of what ran; none where it has to run again: what it made gave way to a revision, or what it depends on
 *     has changed
 * @param appliedAt when it last ran
 */
public record RecordedRepeatable(String name, @Nullable String checksum, Instant appliedAt) {}
