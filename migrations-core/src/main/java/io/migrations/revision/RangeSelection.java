/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a range, by the rules of Alembic's {@code history -r}: what the end stands on, down to the start and
 * only along its line. {@code -N} as the start counts down from the heads of the graph, {@code +N} as the end counts up
 * from the start; a count that goes too far stops where the revisions end.
 */
record RangeSelection(RevisionGraph graph, Resolver resolver, Range range) {

    List<Revision> revisions() {
        Target from = resolver.asLabelled(Objects.requireNonNullElse(range.from(), Target.BASE));
        Target to = resolver.asLabelled(Objects.requireNonNullElse(range.to(), Target.HEADS));
        List<Revision> lower = lower(from);
        List<Revision> upper = upper(to, lower);
        if (from.branch() != null) {
            String label = label(from, from.branch());
            upper = upper.stream()
                    .filter(revision -> graph.labels(revision).contains(label))
                    .toList();
        }
        Overlap.check(graph, upper, to.text());
        Overlap.check(graph, lower, from.text());
        Set<String> selected = graph.ancestors(upper);
        for (Revision revision : lower) {
            if (!selected.contains(revision.id())) {
                throw new InvalidTargetException(
                        range.toString(),
                        Reason.NOT_ON_ONE_LINE,
                        "'%s' is not below '%s', so there is no range from one to the other."
                                .formatted(revision.id(), to));
            }
        }
        if (!lower.isEmpty()) {
            selected.removeAll(graph.ancestors(lower));
            lower.forEach(revision -> selected.add(revision.id()));
            selected.retainAll(graph.lineUp().reach(lower));
        }
        return newestFirst(selected);
    }

    private List<Revision> newestFirst(Set<String> ids) {
        List<Revision> revisions = new ArrayList<>(graph.revisions().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList());
        Collections.reverse(revisions);
        return List.copyOf(revisions);
    }

    private List<Revision> lower(Target from) {
        if (!from.isRelative()) {
            return resolver.resolve(from);
        }
        if (!from.isRelativeToCurrent()) {
            return list(resolver.counted(from, true));
        }
        if (from.steps() > 0) {
            throw new InvalidTargetException(
                    from.text(),
                    Reason.NOT_TAKEN_HERE,
                    "A range cannot start at '%s': there is nothing to count from.".formatted(from));
        }
        List<Revision> places = new ArrayList<>();
        var walk = new Walk(graph, from, true);
        for (Revision head : resolver.countedHeads(from)) {
            Revision place = walk.down(head, -from.steps());
            if (place == null) {
                return List.of();
            }
            places.add(place);
        }
        return places;
    }

    private List<Revision> upper(Target to, List<Revision> lower) {
        if (!to.isRelative()) {
            return resolver.resolve(to);
        }
        if (!to.isRelativeToCurrent()) {
            return list(resolver.counted(to, true));
        }
        if (to.steps() < 0) {
            throw new InvalidTargetException(
                    to.text(), Reason.TOO_FAR, "A range cannot end below its start, and '%s' does.".formatted(to));
        }
        return list(new Recorded(graph, resolver, lower).above(to, true));
    }

    /** A range that starts at {@code label@} shows the heads with that label; an id stands for the label it has. */
    private String label(Target from, String branch) {
        if (graph.labels().contains(branch)) {
            return branch;
        }
        Revision revision = resolver.branch(branch);
        Set<String> labels = graph.labels(revision);
        if (labels.size() != 1) {
            throw new InvalidTargetException(
                    from.text(),
                    Reason.NOT_TAKEN_HERE,
                    "Revision '%s' has %s, so '%s' does not say which branch is meant; write its label."
                            .formatted(
                                    revision.id(),
                                    labels.isEmpty() ? "no branch label" : "the branch labels " + Quoted.list(labels),
                                    from));
        }
        return labels.iterator().next();
    }

    private static List<Revision> list(@Nullable Revision revision) {
        return revision == null ? List.of() : List.of(revision);
    }
}
