/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidPlacementException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a new revision shall go, as the user says it; {@link #in(RevisionGraph)} finds its parents. The rules are those
 * of Alembic's {@code revision} and {@code merge}, except that everything is checked before anything is written.
 *
 * @param heads what it follows: as a rule the one head there is, the base for a new root, several for a merge
 * @param splice whether it may follow a revision that is no head, and so begin a branch
 * @param labels the branch labels it shall state
 * @param dependencies what it shall depend on: ids, also shortened, or branch labels, which stay labels
 * @param id its id, or null where that is yet to be made up
 */
public record Placement(
        List<Target> heads,
        boolean splice,
        List<String> labels,
        List<String> dependencies,
        @Nullable String id) {

    /** After the one head there is. */
    public static final Placement AFTER_HEAD = after(Target.HEAD);

    public Placement {
        heads = List.copyOf(heads);
        labels = List.copyOf(labels);
        dependencies = List.copyOf(dependencies);
    }

    /** After these, without labels or dependencies. */
    public static Placement after(Target... heads) {
        return new Placement(List.of(heads), false, List.of(), List.of(), null);
    }

    /**
     * Finds the place in a graph.
     *
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws UnknownRevisionException for a head or a dependency that nothing answers to
     * @throws InvalidPlacementException for an id or label that cannot be, and for what is no head
     */
    public NewRevision in(RevisionGraph graph) {
        checkId(graph);
        List<Revision> parents = parents(graph);
        List<String> resolved = dependencies.stream()
                .map(dependency -> dependency(graph, dependency))
                .distinct()
                .toList();
        checkLabels(graph);
        return new NewRevision(parents.stream().map(Revision::id).toList(), resolved, labels);
    }

    private void checkId(RevisionGraph graph) {
        if (id == null) {
            return;
        }
        Optional<GraphFault> fault = Naming.faultOfId(unplaced(id, List.of()));
        if (fault.isPresent()) {
            throw new InvalidPlacementException(
                    id, Reason.ILLEGAL_ID, fault.get().message());
        }
        graph.findByIdOrLabel(id).ifPresent(taken -> {
            throw new InvalidPlacementException(
                    id,
                    Reason.ID_TAKEN,
                    taken.id().equals(id)
                            ? "Revision '%s' exists already, in '%s'; choose another id.".formatted(id, taken.source())
                            : "'%s' is a branch label of revision '%s' in '%s'; choose another id."
                                    .formatted(id, taken.id(), taken.source()));
        });
    }

    private List<Revision> parents(RevisionGraph graph) {
        var resolver = new Resolver(graph);
        List<Revision> parents = new ArrayList<>();
        heads.forEach(head -> parents.addAll(resolver.resolve(head)));
        var distinct = new LinkedHashSet<>(parents);
        if (distinct.size() < parents.size()) {
            String typed = heads.stream().map(Target::toString).collect(Collectors.joining(" "));
            throw new InvalidPlacementException(
                    typed,
                    Reason.DUPLICATE_HEAD,
                    "'%s' names a head twice, %s; name each once.".formatted(typed, Quoted.withSources(distinct)));
        }
        for (Revision parent : distinct) {
            if (!splice && !graph.children(parent).isEmpty()) {
                throw new InvalidPlacementException(
                        parent.id(),
                        Reason.NOT_A_HEAD,
                        "Revision '%s' is no head, %s follow it; ask for a splice to begin a new branch there, or name a head: %s."
                                .formatted(
                                        parent.id(),
                                        Quoted.withSources(graph.children(parent)),
                                        Quoted.withSources(graph.heads())));
            }
        }
        return parents;
    }

    private static String dependency(RevisionGraph graph, String typed) {
        Revision revision = new Resolver(graph).one(Target.parse(typed));
        return graph.labels(revision).contains(typed) ? typed : revision.id();
    }

    private void checkLabels(RevisionGraph graph) {
        var seen = new LinkedHashSet<String>();
        for (String label : labels) {
            Optional<GraphFault> fault = Naming.faultOfLabel(unplaced(String.valueOf(id), List.of(label)), label);
            if (fault.isPresent()) {
                throw new InvalidPlacementException(
                        label, Reason.ILLEGAL_LABEL, fault.get().message());
            }
            Optional<Revision> taken = graph.findByIdOrLabel(label);
            if (taken.isPresent()) {
                throw new InvalidPlacementException(
                        label,
                        Reason.LABEL_TAKEN,
                        "'%s' is already used by revision '%s' in '%s'; choose another branch label."
                                .formatted(label, taken.get().id(), taken.get().source()));
            }
            if (!seen.add(label) || label.equals(id)) {
                throw new InvalidPlacementException(
                        label,
                        Reason.LABEL_TAKEN,
                        "'%s' is said twice of the new revision; leave one out.".formatted(label));
            }
        }
    }

    private static Revision unplaced(String id, List<String> labels) {
        return new Revision(id, List.of(), List.of(), labels, "", "");
    }
}
