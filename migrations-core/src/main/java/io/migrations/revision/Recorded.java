/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heads that a database has, as the place where a target without a word, such as {@code +1}, starts to count.
 *
 * @param heads in an order that puts first what {@code -1} undoes
 */
record Recorded(RevisionGraph graph, Resolver resolver, List<Revision> heads) {

    /** The revision that {@code +N} or {@code label@+N} comes to. */
    Revision above(Target target) {
        Revision reached = above(target, false);
        if (reached == null) {
            throw new IllegalStateException("Counting up cannot end below the first revision");
        }
        return reached;
    }

    @Nullable Revision above(Target target, boolean stopsAtEnd) {
        Set<String> lineage = resolver.lineage(target);
        List<Revision> starts = heads;
        if (target.branch() != null) {
            starts = in(lineage, heads);
            if (starts.isEmpty()) {
                starts = highestBelow(lineage);
            }
        }
        if (starts.size() > 1) {
            throw severalStarts(target, starts);
        }
        Revision start = starts.isEmpty() ? null : starts.get(0);
        return new Walk(graph, target, stopsAtEnd).up(start, target.steps(), lineage);
    }

    /** What is applied of a line that has none of the heads, without what stands below something else of it. */
    private List<Revision> highestBelow(Set<String> lineage) {
        Set<String> applied = graph.ancestors(heads);
        applied.retainAll(lineage);
        return graph.heads(applied).stream()
                .map(id -> graph.find(id).orElseThrow())
                .toList();
    }

    /** The head that {@code -N} or {@code label@-N} starts to count from. */
    Revision startBelow(Target target) {
        if (heads.isEmpty()) {
            throw new InvalidTargetException(
                    target.text(), Reason.TOO_FAR, "Target '%s' goes too far: nothing is applied.".formatted(target));
        }
        if (target.branch() == null) {
            return heads.get(0);
        }
        Set<String> lineage = resolver.lineage(target);
        List<Revision> starts = in(lineage, heads);
        if (starts.isEmpty()) {
            starts = in(lineage, graph.tips(graph.ancestors(heads)));
        }
        if (starts.isEmpty()) {
            throw new InvalidTargetException(
                    target.text(),
                    Reason.NOT_APPLIED,
                    "Target '%s' counts from what is applied of branch '%s', and that is nothing; applied heads are %s."
                            .formatted(target, target.branch(), Quoted.withSources(heads)));
        }
        if (starts.size() > 1) {
            throw severalStarts(target, starts);
        }
        return starts.get(0);
    }

    private static List<Revision> in(Set<String> lineage, List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> lineage.contains(revision.id()))
                .distinct()
                .toList();
    }

    private static InvalidTargetException severalStarts(Target target, List<Revision> starts) {
        return new InvalidTargetException(
                target.text(),
                Reason.SEVERAL_STARTS,
                "Target '%s' is ambiguous, it could count from any of %s. Write which one, as in '%s@%s'."
                        .formatted(
                                target,
                                Quoted.withSources(starts),
                                starts.get(0).id(),
                                target.text().substring(target.text().indexOf('@') + 1)));
    }
}
