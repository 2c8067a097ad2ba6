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
import java.util.stream.Collectors;

/**
 * Decides what runs: a pure function of a graph, an applied set and a target. The rules are Alembic's, taken over the
 * whole applied set instead of its heads.
 */
public final class Planner {

    private final RevisionGraph graph;
    private final Set<String> applied;
    private final Resolver resolver;
    private final Recorded recorded;

    /** Plans for a database with these revisions applied; ids that the graph does not have are left alone. */
    public Planner(RevisionGraph graph, Collection<String> applied) {
        this(graph, applied, List.of());
    }

    /**
     * Plans for a database with these revisions applied.
     *
     * @param headsInOrder the heads of the applied set, first the one that {@code -1} undoes
     */
    public Planner(RevisionGraph graph, Collection<String> applied, List<String> headsInOrder) {
        this(graph, Set.copyOf(applied), inOrder(graph, Set.copyOf(applied), headsInOrder));
    }

    private Planner(RevisionGraph graph, Set<String> applied, Collection<Revision> heads) {
        this.graph = graph;
        this.applied = applied;
        this.resolver = new Resolver(graph);
        this.recorded = new Recorded(graph, resolver, List.copyOf(heads));
    }

    /**
     * Plans for a database that records no more than its heads, as Alembic's does, or that cannot be asked.
     *
     * @throws UnknownRevisionException for a head that the graph does not have
     */
    public static Planner atHeads(RevisionGraph graph, List<String> recordedHeads) {
        List<Revision> heads = new Names(graph).exactly(recordedHeads);
        return new Planner(graph, graph.ancestors(heads), heads);
    }

    private static Collection<Revision> inOrder(RevisionGraph graph, Set<String> applied, List<String> order) {
        Set<String> heads = graph.heads(applied);
        Set<String> ordered = new LinkedHashSet<>(order);
        ordered.retainAll(heads);
        ordered.addAll(heads);
        return new Names(graph).exactly(ordered);
    }

    /** As {@link #upgrade(List)}, for one target. */
    public Plan upgrade(Target target) {
        return upgrade(List.of(target));
    }

    /**
     * What is missing for the targets and all they stand on; empty where they are applied already.
     *
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws UnknownRevisionException for a name that nothing answers to
     * @throws InvalidTargetException for targets that contain each other, and for a count that leads nowhere
     */
    public Plan upgrade(List<Target> targets) {
        Set<Revision> destinations = new LinkedHashSet<>();
        targets.forEach(target -> destinations.addAll(above(resolver.asLabelled(target))));
        String typed = targets.stream().map(Target::toString).collect(Collectors.joining(" "));
        Overlap.check(graph, destinations, typed);
        Overlap.check(graph, recorded.heads(), typed);
        Set<String> wanted = graph.ancestors(destinations);
        List<Step> steps = graph.revisions().stream()
                .filter(revision -> wanted.contains(revision.id()) && !applied.contains(revision.id()))
                .map(revision -> new Step(Direction.UPGRADE, revision))
                .toList();
        return plan(Direction.UPGRADE, typed, steps);
    }

    private List<Revision> above(Target target) {
        if (!target.isRelative()) {
            return resolver.resolve(target);
        }
        if (!target.isRelativeToCurrent()) {
            Revision counted = resolver.counted(target, false);
            if (counted == null) {
                throw wrongWay(target, "An upgrade does not go back to 'base'");
            }
            return List.of(counted);
        }
        if (target.steps() < 0) {
            throw wrongWay(target, "An upgrade does not go back");
        }
        return List.of(recorded.above(target));
    }

    /**
     * What must be undone so that the target is a head again: what stands on its children. Other branches, and what the
     * target itself depends on, stay.
     *
     * @throws UnknownRevisionException for a name that nothing answers to
     * @throws InvalidTargetException for a target that is not applied, and for a count that leads nowhere
     */
    public Plan downgrade(Target target) {
        Set<String> undone = Undoing.of(graph, recorded, applied, resolver.asLabelled(target));
        List<Step> steps = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            if (undone.contains(revision.id())) {
                steps.add(new Step(Direction.DOWNGRADE, revision));
            }
        }
        Collections.reverse(steps);
        return plan(Direction.DOWNGRADE, target.toString(), steps);
    }

    /**
     * Undoes one revision and nothing else, whatever else is applied beside it.
     *
     * @param id the whole id
     * @throws UnknownRevisionException for one that the graph does not have
     * @throws InvalidTargetException where it is not applied, or something applied stands on it
     */
    public Plan undo(String id) {
        Revision revision = new Names(graph).exactly(List.of(id)).get(0);
        if (!applied.contains(id)) {
            throw new InvalidTargetException(
                    id, Reason.NOT_APPLIED, "Revision '%s' is not applied, so it cannot be undone.".formatted(id));
        }
        List<Revision> above = graph.successors(revision).stream()
                .filter(successor -> applied.contains(successor.id()))
                .toList();
        if (!above.isEmpty()) {
            throw new InvalidTargetException(
                    id,
                    Reason.STOOD_ON,
                    "Revision '%s' cannot be undone by itself: %s stands on it; undo that first."
                            .formatted(id, Quoted.withSources(above)));
        }
        return plan(Direction.DOWNGRADE, id, List.of(new Step(Direction.DOWNGRADE, revision)));
    }

    /**
     * What must be recorded, and what must no longer be, so that the targets are heads: the heads in their lines give
     * way to them, others stay. Runs nothing.
     *
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws UnknownRevisionException for a name that nothing answers to
     * @throws InvalidTargetException for a count such as {@code +1}
     */
    public Stamp stamp(List<Target> targets) {
        return Stamping.of(graph, recorded, targets).on(graph, recorded, applied);
    }

    private static InvalidTargetException wrongWay(Target target, String rule) {
        return new InvalidTargetException(target.text(), Reason.TOO_FAR, "%s, and '%s' does.".formatted(rule, target));
    }

    private Plan plan(Direction direction, String target, List<Step> steps) {
        Set<String> after = new HashSet<>(applied);
        for (Step step : steps) {
            if (direction == Direction.UPGRADE) {
                after.add(step.revision().id());
            } else {
                after.remove(step.revision().id());
            }
        }
        return new Plan(direction, target, steps, graph.heads(applied), graph.heads(after));
    }
}
