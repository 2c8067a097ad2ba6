/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revisions joined by parents and dependencies. Immutable and free of faults: building one is the validation.
 *
 * <p>As in Alembic there are two kinds of edges. <em>Lineage</em> (heads, bases) follows parents alone; what must run
 * first follows parents and dependencies.
 */
public final class RevisionGraph {

    private final Map<String, Revision> byId;
    private final Map<String, List<Revision>> predecessors;
    private final Map<String, List<Revision>> successors;
    private final Map<String, List<Revision>> children;
    private final List<Revision> sorted;

    private RevisionGraph(Map<String, Revision> byId, Map<String, List<Revision>> predecessors) {
        this.byId = byId;
        this.predecessors = predecessors;
        this.successors = inverse(byId, predecessors);
        this.children = inverse(
                byId,
                byId.values().stream()
                        .collect(Collectors.toMap(
                                Revision::id,
                                revision -> revision.parents().stream()
                                        .map(parent -> Objects.requireNonNull(byId.get(parent)))
                                        .toList())));
        this.sorted = TopologicalOrder.of(byId.values(), predecessors, successors);
    }

    /**
     * Joins revisions to a graph. Their order decides the order of whatever has no order of its own.
     *
     * @throws InvalidGraphException with every fault there is
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        List<GraphFault> faults = GraphValidation.faults(revisions);
        if (!faults.isEmpty()) {
            throw new InvalidGraphException(faults);
        }
        Map<String, Revision> byId = new LinkedHashMap<>();
        Map<String, Revision> byLabel = new HashMap<>();
        for (Revision revision : revisions) {
            byId.put(revision.id(), revision);
            revision.labels().forEach(label -> byLabel.put(label, revision));
        }
        Map<String, List<Revision>> predecessors = new HashMap<>();
        for (Revision revision : revisions) {
            predecessors.put(
                    revision.id(),
                    Stream.concat(revision.parents().stream(), revision.dependencies().stream())
                            .map(name -> byId.containsKey(name) ? byId.get(name) : byLabel.get(name))
                            .map(Objects::requireNonNull)
                            .distinct()
                            .toList());
        }
        return new RevisionGraph(byId, predecessors);
    }

    /** Every fault that would keep these revisions from being a graph; none if they are one. */
    public static List<GraphFault> faults(Collection<Revision> revisions) {
        return GraphValidation.faults(revisions);
    }

    public Optional<Revision> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** The ids of all revisions, in the order they were given. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** All revisions, each after its parents and dependencies. */
    public List<Revision> revisions() {
        return sorted;
    }

    /** The revisions that no other has as its parent. */
    public List<Revision> heads() {
        return byId.values().stream()
                .filter(revision -> successorsOf(children, revision).isEmpty())
                .toList();
    }

    /** The revisions that have this one as a parent. */
    public List<Revision> children(Revision revision) {
        return successorsOf(children, revision);
    }

    /** The ids of what must be applied before this revision: its parents, and its dependencies with labels resolved. */
    public List<String> predecessors(Revision revision) {
        return successorsOf(predecessors, revision).stream().map(Revision::id).toList();
    }

    /** These revisions and all that must be applied before them. */
    public Set<String> ancestors(Collection<Revision> revisions) {
        return reach(revisions, revision -> successorsOf(predecessors, revision));
    }

    /** These revisions and all that can only be applied after them. */
    public Set<String> descendants(Collection<Revision> revisions) {
        return reach(revisions, revision -> successorsOf(successors, revision));
    }

    /**
     * The heads of an applied set: those of its revisions that no other of them has as an ancestor. Ids the graph does
     * not know are left out.
     */
    public Set<String> heads(Set<String> applied) {
        // One pass, children before parents: what an applied revision stands on is covered.
        Set<String> covered = new HashSet<>();
        Set<String> heads = new LinkedHashSet<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Revision revision = sorted.get(i);
            boolean isCovered = covered.contains(revision.id());
            if (applied.contains(revision.id()) && !isCovered) {
                heads.add(revision.id());
            }
            if (isCovered || applied.contains(revision.id())) {
                successorsOf(predecessors, revision).forEach(predecessor -> covered.add(predecessor.id()));
            }
        }
        return byId.keySet().stream().filter(heads::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Revision> successorsOf(Map<String, List<Revision>> edges, Revision revision) {
        return edges.getOrDefault(revision.id(), List.of());
    }

    private static Set<String> reach(Collection<Revision> from, Function<Revision, List<Revision>> next) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Revision> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Revision revision = open.pop();
            if (reached.add(revision.id())) {
                open.addAll(next.apply(revision));
            }
        }
        return reached;
    }

    private static Map<String, List<Revision>> inverse(Map<String, Revision> byId, Map<String, List<Revision>> edges) {
        Map<String, List<Revision>> inverse = new HashMap<>();
        for (Revision revision : byId.values()) {
            for (Revision target : edges.getOrDefault(revision.id(), List.of())) {
                inverse.computeIfAbsent(target.id(), id -> new ArrayList<>()).add(revision);
            }
        }
        return inverse;
    }
}
