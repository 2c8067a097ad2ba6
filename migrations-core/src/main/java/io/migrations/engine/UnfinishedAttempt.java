/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import java.time.Instant;

/**
 * An attempt that never ended: its process died, or a statement outside a transaction failed after others had taken
 * effect.
 *
 * @param revision the revision's id
 * @param description the revision's description
 * @param action {@code upgrade} or {@code downgrade}
 * @param statements how many of its statements took effect
 * @param startedAt when it began
 * @param host the host of its application
 */
public record UnfinishedAttempt(
        String revision, String description, String action, int statements, Instant startedAt, String host) {

    static UnfinishedAttempt of(JournalEntry entry) {
        return new UnfinishedAttempt(
                entry.revision(),
                entry.description(),
                entry.action(),
                entry.statements(),
                entry.startedAt(),
                entry.actor().host());
    }
}
