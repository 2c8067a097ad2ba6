/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses revisions of which one stands on another, as Alembic does: to name both says nothing more than the upper. */
final class Overlap {

    private Overlap() {}

    static void check(RevisionGraph graph, Collection<Revision> revisions, String target) {
        Set<Revision> below = new LinkedHashSet<>();
        for (Revision revision : revisions) {
            graph.predecessors(revision).forEach(id -> below.add(graph.find(id).orElseThrow()));
        }
        Set<String> covered = graph.ancestors(below);
        for (Revision revision : revisions) {
            if (covered.contains(revision.id())) {
                Set<String> above = graph.descendants(List.of(revision));
                List<Revision> over = revisions.stream()
                        .filter(other -> !other.equals(revision) && above.contains(other.id()))
                        .toList();
                throw new InvalidTargetException(
                        target,
                        Reason.OVERLAP,
                        "Revision '%s' is contained in %s; name only one of them."
                                .formatted(revision.id(), Quoted.withSources(over)));
            }
        }
    }
}
