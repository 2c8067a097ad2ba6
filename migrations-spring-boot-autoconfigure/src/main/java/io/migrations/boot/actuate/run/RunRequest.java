/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.engine.RepairAs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param action what to do
 * @param targets where the database should be; of a repair, which revisions, and none for all
 * @param dryRun whether only to tell what would be done
 * @param confirm whether it may lose data, run what only the database keeps, or change what the history says
 * @param purge of a stamp: whether to forget everything else that is applied
 * @param as of a repair: what a half-done revision counts as from then on
 * @param principal who asks
 */
public record RunRequest(
        RunAction action,
        List<String> targets,
        boolean dryRun,
        boolean confirm,
        boolean purge,
        @Nullable RepairAs as,
        String principal) {

    public RunRequest {
        targets = List.copyOf(targets);
    }
}
