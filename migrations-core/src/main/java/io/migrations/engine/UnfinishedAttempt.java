/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.script.Script;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An attempt that never ended: its process died, or a statement outside a transaction failed after others had taken
 * effect.
 *
 * @param revision the revision's id
 * @param description the revision's description
 * @param action {@code upgrade} or {@code downgrade}
 * @param statements how many of its statements took effect
 * @param doubtfulLine where the statement after those is, if it may have done a part of its work
 * @param startedAt when it began
 * @param host the host of its application
 */
public record UnfinishedAttempt(
        String revision,
        String description,
        String action,
        int statements,
        OptionalInt doubtfulLine,
        Instant startedAt,
        String host) {

    /** Of a row; what its script says is not always known. */
    static UnfinishedAttempt of(JournalEntry entry, Optional<Script> script) {
        return new UnfinishedAttempt(
                entry.revision(),
                entry.description(),
                entry.action(),
                entry.statements(),
                script.filter(known -> HalfDone.isUntold(entry, known))
                        .map(known -> OptionalInt.of(known.statements()
                                .get(entry.statements())
                                .position()
                                .line()))
                        .orElse(OptionalInt.empty()),
                entry.startedAt(),
                entry.actor().host());
    }
}
