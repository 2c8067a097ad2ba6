/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which branch labels a revision belongs to. As in Alembic a label goes to all descendants by parents of the revision
 * that states it and, where those are one line without a branch or merge, also down that line to its base.
 */
final class Labels {

    /** Labels stated at one place and all that arrive there; shared by all revisions that state none themselves. */
    private record Flow(List<String> stated, List<Flow> sources) {

        static final Flow NONE = new Flow(List.of(), List.of());

        static Flow of(List<String> stated, Collection<Flow> sources) {
            Set<Flow> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
            distinct.addAll(sources);
            distinct.remove(NONE);
            if (stated.isEmpty() && distinct.size() <= 1) {
                return distinct.isEmpty() ? NONE : distinct.iterator().next();
            }
            return new Flow(stated, List.copyOf(distinct));
        }
    }

    private final RevisionGraph graph;
    private final Map<String, Flow> fromBelow = new HashMap<>();
    private final Map<String, Flow> fromAbove = new HashMap<>();
    private final Set<String> straight = new HashSet<>();

    Labels(RevisionGraph graph) {
        this.graph = graph;
        List<Revision> sorted = graph.revisions();
        if (sorted.stream().allMatch(revision -> revision.labels().isEmpty())) {
            return;
        }
        for (Revision revision : sorted) {
            List<Flow> sources = graph.parents(revision).stream()
                    .map(parent -> flow(fromBelow, parent))
                    .toList();
            fromBelow.put(revision.id(), Flow.of(revision.labels(), sources));
        }
        for (int i = sorted.size() - 1; i >= 0; i--) {
            flowDown(sorted.get(i));
        }
    }

    private void flowDown(Revision revision) {
        List<Revision> children = graph.children(revision);
        boolean oneWay = graph.successors(revision).size() <= 1 && !revision.isMerge();
        if (!oneWay || !children.stream().allMatch(child -> straight.contains(child.id()))) {
            return;
        }
        straight.add(revision.id());
        List<Flow> sources =
                children.stream().map(child -> flow(fromAbove, child)).toList();
        fromAbove.put(revision.id(), Flow.of(revision.labels(), sources));
    }

    private static Flow flow(Map<String, Flow> flows, Revision revision) {
        return Objects.requireNonNull(flows.getOrDefault(revision.id(), Flow.NONE));
    }

    /** The labels stated by this revision, and those that reach it. */
    Set<String> of(Revision revision) {
        Set<String> labels = new LinkedHashSet<>();
        Set<Flow> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Flow> open = new ArrayDeque<>();
        Stream.of(fromBelow, fromAbove).map(flows -> flow(flows, revision)).forEach(open::add);
        while (!open.isEmpty()) {
            Flow flow = open.pop();
            if (seen.add(flow)) {
                labels.addAll(flow.stated());
                open.addAll(flow.sources());
            }
        }
        return labels;
    }
}
