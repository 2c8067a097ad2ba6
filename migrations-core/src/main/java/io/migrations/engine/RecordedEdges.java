/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stood on what when it was applied. A script may say otherwise by now, but a way back has to be the way that was
 * come. Pure.
 */
final class RecordedEdges {

    private final RevisionGraph graph;
    private final Map<String, Set<String>> below;

    /**
     * The edges between applied revisions.
     *
     * @param graph what the names of dependencies are looked up in
     */
    RecordedEdges(RevisionGraph graph, List<AppliedRevision> applied) {
        this.graph = graph;
        Set<String> ids = applied.stream().map(AppliedRevision::id).collect(Collectors.toSet());
        this.below = new LinkedHashMap<>();
        for (AppliedRevision revision : applied) {
            below.put(
                    revision.id(),
                    Stream.concat(
                                    revision.revision().parents().stream(),
                                    revision.revision().dependencies().stream().map(this::named))
                            .filter(ids::contains)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private String named(String dependency) {
        return graph.findByIdOrLabel(dependency).map(Revision::id).orElse(dependency);
    }

    /** What the revision stood on when it was applied, as far as that is applied, too. */
    Set<String> below(String id) {
        return below.getOrDefault(id, Set.of());
    }

    /**
     * The graph with these edges, too: as dependencies, so that a revision's line, and what {@code -1} counts, is still
     * what its script says. Without them where they contradict the scripts.
     */
    RevisionGraph onTop() {
        List<Revision> all = graph.revisions().stream().map(this::onTop).toList();
        return all.equals(graph.revisions()) || !RevisionGraph.faults(all).isEmpty() ? graph : RevisionGraph.of(all);
    }

    private Revision onTop(Revision revision) {
        List<String> known = graph.predecessors(revision);
        List<String> missing =
                below(revision.id()).stream().filter(id -> !known.contains(id)).toList();
        if (missing.isEmpty()) {
            return revision;
        }
        List<String> dependencies = new ArrayList<>(revision.dependencies());
        dependencies.addAll(missing);
        return new Revision(
                revision.id(),
                revision.parents(),
                dependencies,
                revision.labels(),
                revision.description(),
                revision.source());
    }
}
