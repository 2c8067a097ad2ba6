/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What somebody has asked for, and what came of it so far. What is not known, or not there, is left out.
 *
 * @param id to follow the run by; none where nothing runs
 * @param migrator which migrator it is for
 * @param action {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
 * @param targets where the database should be; of a repair, which revisions, and empty for all
 * @param state {@code planned} (a dry run), {@code nothing-to-do}, {@code refused}, {@code running}, {@code succeeded} or
 *     {@code failed}
 * @param plan what would be done, or is
 * @param requestedBy who asked
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param completed the revisions and repeatable scripts that are done
 * @param running the revision that runs now
 * @param heads the database's heads once it has ended
 * @param problem why it was refused, or failed
 */
public record RunDescriptor(
        @Nullable String id,
        String migrator,
        String action,
        List<String> targets,
        String state,
        @Nullable PlanDescriptor plan,
        String requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable List<String> completed,
        @Nullable String running,
        @Nullable List<String> heads,
        @Nullable String problem)
        implements OperationResponseBody {

    /** Nothing runs. */
    static RunDescriptor idle(
            String migrator,
            RunRequest request,
            String state,
            @Nullable PlanDescriptor plan,
            @Nullable String problem) {
        return new RunDescriptor(
                null,
                migrator,
                request.action().toString(),
                request.targets(),
                state,
                plan,
                request.principal(),
                null,
                null,
                null,
                null,
                null,
                problem);
    }
}
