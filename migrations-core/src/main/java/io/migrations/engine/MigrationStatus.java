/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.DatabaseState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands to this build.
 *
 * @param state in one word
 * @param codeHeads the heads of this build's revisions
 * @param databaseHeads the heads of the applied set
 * @param revisions every revision of the build and of the database, parents first
 * @param repeatables every repeatable script of the build, in order, and after them those that only the database knows
 * @param lastRun the newest run in the journal, if there was one
 * @param problems what someone should look at, in sentences
 */
public record MigrationStatus(
        DatabaseState state,
        List<String> codeHeads,
        List<String> databaseHeads,
        List<RevisionStatus> revisions,
        List<RepeatableStatus> repeatables,
        @Nullable LastRun lastRun,
        List<String> problems) {

    public MigrationStatus {
        codeHeads = List.copyOf(codeHeads);
        databaseHeads = List.copyOf(databaseHeads);
        revisions = List.copyOf(revisions);
        repeatables = List.copyOf(repeatables);
        problems = List.copyOf(problems);
    }

    /** How many revisions of this build are not applied. */
    public int pending() {
        return (int) revisions.stream()
                .filter(revision -> revision.appliedAt() == null)
                .count();
    }

    public Optional<RevisionStatus> find(String id) {
        return revisions.stream()
                .filter(revision -> revision.revision().id().equals(id))
                .findFirst();
    }
}
