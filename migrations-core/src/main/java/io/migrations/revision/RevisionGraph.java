/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revisions joined by parents and dependencies. Immutable and free of faults: building one is the validation.
 *
 * <p>As in Alembic there are two kinds of edges. <em>Lineage</em> (heads, bases, branch labels) follows parents alone;
 * what must run first follows parents and dependencies.
 */
public final class RevisionGraph {

    private final Map<String, Revision> byId = new LinkedHashMap<>();
    private final Map<String, Revision> byLabel = new LinkedHashMap<>();
    private final Edges parents;
    private final Edges children;
    private final Edges predecessors;
    private final Edges successors;
    private final List<Revision> sorted;
    private final Labels labels;

    private RevisionGraph(Collection<Revision> all) {
        all.forEach(revision -> byId.put(revision.id(), revision));
        all.forEach(revision -> revision.labels().forEach(label -> byLabel.put(label, revision)));
        this.parents = Edges.of(all, revision -> named(revision.parents()));
        this.predecessors = Edges.of(
                all,
                revision -> revision.dependencies().isEmpty()
                        ? parents.from(revision)
                        : Stream.of(revision.parents(), revision.dependencies())
                                .flatMap(names -> named(names).stream())
                                .distinct()
                                .toList());
        this.children = parents.inverse(all);
        this.successors = predecessors.inverse(all);
        this.sorted = TopologicalOrder.of(all, predecessors, successors);
        this.labels = new Labels(this);
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
        return new RevisionGraph(revisions);
    }

    /** Every fault that would keep these revisions from being a graph; none if they are one. */
    public static List<GraphFault> faults(Collection<Revision> revisions) {
        return GraphValidation.faults(revisions);
    }

    public Optional<Revision> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The revision with this id, or the one that states this branch label. */
    public Optional<Revision> findByIdOrLabel(String name) {
        return find(name).or(() -> Optional.ofNullable(byLabel.get(name)));
    }

    private List<Revision> named(List<String> names) {
        return names.stream().map(name -> findByIdOrLabel(name).orElseThrow()).toList();
    }

    public boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** The ids of all revisions, in the order they were given. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** All branch labels as stated. */
    public Set<String> labels() {
        return Collections.unmodifiableSet(byLabel.keySet());
    }

    /** The branch labels that this revision belongs to: its own, and those of its line. */
    public Set<String> labels(Revision revision) {
        return labels.of(revision);
    }

    /** All revisions, each after its parents and dependencies. */
    public List<Revision> revisions() {
        return sorted;
    }

    /** The revisions that have no parent. */
    public List<Revision> bases() {
        return all(Revision::isBase);
    }

    /** The revisions that no other has as its parent. */
    public List<Revision> heads() {
        return all(revision -> children.from(revision).isEmpty());
    }

    /** The revisions that no other has as its parent or dependency: what a database records that has everything. */
    public List<Revision> realHeads() {
        return all(revision -> successors.from(revision).isEmpty());
    }

    /** The heads that another revision depends on. */
    public List<Revision> effectiveHeads() {
        return all(revision ->
                children.from(revision).isEmpty() && !successors.from(revision).isEmpty());
    }

    /** The revisions that several others have as their parent. */
    public List<Revision> branchPoints() {
        return all(revision -> children.from(revision).size() > 1);
    }

    /** The revisions that have several parents. */
    public List<Revision> mergePoints() {
        return all(Revision::isMerge);
    }

    private List<Revision> all(Predicate<Revision> condition) {
        return byId.values().stream().filter(condition).toList();
    }

    /** The revisions that this one revises. */
    public List<Revision> parents(Revision revision) {
        return parents.from(revision);
    }

    /** The revisions that have this one as a parent. */
    public List<Revision> children(Revision revision) {
        return children.from(revision);
    }

    /** The ids of what must be applied before this revision: its parents, and its dependencies with labels resolved. */
    public List<String> predecessors(Revision revision) {
        return predecessors.from(revision).stream().map(Revision::id).toList();
    }

    /** The revisions that have this one as a parent or as a dependency. */
    public List<Revision> successors(Revision revision) {
        return successors.from(revision);
    }

    /** These revisions and all that must be applied before them. */
    public Set<String> ancestors(Collection<Revision> revisions) {
        return predecessors.reach(revisions);
    }

    /** These revisions and all that can only be applied after them. */
    public Set<String> descendants(Collection<Revision> revisions) {
        return successors.reach(revisions);
    }

    /** The line of a revision by parents alone: itself, all below and all above. */
    public Set<String> lineage(Revision revision) {
        Set<String> lineage = parents.reach(List.of(revision));
        lineage.addAll(children.reach(List.of(revision)));
        return lineage;
    }

    Edges lineDown() {
        return parents;
    }

    Edges lineUp() {
        return children;
    }

    /** The heads of an applied set: those of its ids that no other of them stands on. Unknown ids are left out. */
    public Set<String> heads(Set<String> applied) {
        Set<String> heads = predecessors.uncovered(sorted, applied);
        return byId.keySet().stream().filter(heads::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The tips of an applied set by parents alone: its heads, and what is the last of its line but has a dependent.
     * Alembic's {@code current} shows these.
     */
    public List<Revision> tips(Set<String> applied) {
        return all(revision -> applied.contains(revision.id())
                && children.from(revision).stream().noneMatch(child -> applied.contains(child.id())));
    }
}
