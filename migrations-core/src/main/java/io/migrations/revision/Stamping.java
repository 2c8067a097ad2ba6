/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stamp makes heads, and which heads give way. Alembic's rule, taken for each target by itself: heads that the
 * target stands on, or that stand on it, are replaced by it; what is recorded of other lines stays.
 *
 * @param targets as typed
 * @param destinations what shall be a head
 * @param givingWay the ids of what shall no longer be one
 */
record Stamping(List<Target> targets, Set<Revision> destinations, Set<String> givingWay) {

    static Stamping of(RevisionGraph graph, Recorded recorded, List<Target> targets) {
        var stamping = new Stamping(targets, new LinkedHashSet<>(), new HashSet<>());
        for (Target typed : targets) {
            Target target = recorded.resolver().asLabelled(typed);
            if (target.isRelative()) {
                throw new InvalidTargetException(
                        target.text(),
                        Reason.NOT_TAKEN_HERE,
                        "A stamp counts no steps, and '%s' does; name the revision.".formatted(target));
            }
            stamping.add(graph, recorded.resolver(), target);
        }
        return stamping;
    }

    private void add(RevisionGraph graph, Resolver resolver, Target target) {
        List<Revision> resolved = resolver.resolve(target);
        destinations.addAll(resolved);
        if (target.isBase()) {
            addLines(graph, target.branch() == null ? graph.revisions() : List.of(resolver.branch(target.branch())));
        } else {
            addLines(graph, resolved);
        }
    }

    private void addLines(RevisionGraph graph, Collection<Revision> revisions) {
        givingWay.addAll(graph.ancestors(revisions));
        givingWay.addAll(graph.descendants(revisions));
    }

    Stamp on(RevisionGraph graph, Recorded recorded, Set<String> applied) {
        List<Revision> kept = recorded.heads().stream()
                .filter(head -> !givingWay.contains(head.id()))
                .toList();
        Set<String> after = graph.ancestors(kept);
        after.retainAll(applied);
        after.addAll(graph.ancestors(destinations));
        List<Revision> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            boolean before = applied.contains(revision.id());
            if (after.contains(revision.id()) && !before) {
                added.add(revision);
            } else if (before && !after.contains(revision.id())) {
                removed.add(revision.id());
            }
        }
        Collections.reverse(removed);
        return new Stamp(
                targets.stream().map(Target::toString).toList(),
                added,
                removed,
                graph.heads(applied),
                graph.heads(after));
    }
}
