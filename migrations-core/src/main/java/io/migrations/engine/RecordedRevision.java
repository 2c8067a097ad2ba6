/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RevisionTexts;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.Script;
import io.migrations.script.ScriptedRevision;
import java.time.Instant;
import java.util.List;

/** What the database is to keep of a revision, so that a build that never knew it can place and undo it. */
final class RecordedRevision {

    private RecordedRevision() {}

    static AppliedRevision of(ScriptedRevision scripted, RevisionGraph graph, Instant appliedAt) {
        Revision revision = scripted.revision();
        // With labels resolved: another build may not know who states them.
        List<String> dependencies = graph.predecessors(revision).stream()
                .filter(id -> !revision.parents().contains(id))
                .toList();
        var recorded = new Revision(
                revision.id(),
                revision.parents(),
                dependencies,
                revision.labels(),
                revision.description(),
                revision.source());
        return new AppliedRevision(
                recorded,
                scripted.kind(),
                scripted.upgrade().checksum(),
                scripted.upgrade().transactional(),
                scripted.keptDowngrade().isPresent(),
                scripted.keptDowngrade().map(Script::checksum).orElse(null),
                scripted.keptDowngrade().map(Script::transactional).orElse(null),
                appliedAt);
    }

    static RevisionTexts texts(ScriptedRevision scripted) {
        return new RevisionTexts(
                scripted.upgrade().text(),
                scripted.keptDowngrade().map(Script::text).orElse(null));
    }
}
