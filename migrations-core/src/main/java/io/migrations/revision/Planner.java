/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what runs: a pure function of a graph, an applied set and a target. The rules are Alembic's, taken over the
 * whole applied set instead of its heads.
 */
public final class Planner {

    private final RevisionGraph graph;
    private final Set<String> applied;

    public Planner(RevisionGraph graph, Collection<String> applied) {
        this.graph = graph;
        this.applied = Set.copyOf(applied);
    }

    /**
     * What is missing for the target and all it stands on; empty where the target is applied already.
     *
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws UnknownRevisionException for an id the graph does not have
     */
    public Plan upgrade(Target target) {
        Set<String> wanted = graph.ancestors(resolve(target));
        List<Step> steps = graph.revisions().stream()
                .filter(revision -> wanted.contains(revision.id()) && !applied.contains(revision.id()))
                .map(revision -> new Step(Direction.UPGRADE, revision))
                .toList();
        return plan(Direction.UPGRADE, target, steps);
    }

    /** As {@link #upgrade(Target)}, for several targets at once. */
    public Plan upgrade(List<Target> targets) {
        if (targets.size() != 1) {
            throw new InvalidTargetException(targets.toString(), "One target at a time.");
        }
        return upgrade(targets.get(0));
    }

    /**
     * What must be recorded, and what must no longer be, so that the targets are the heads of their lineages. Runs
     * nothing.
     *
     * @throws UnknownRevisionException for an id the graph does not have
     */
    public Stamp stamp(List<Target> targets) {
        Set<String> after = new HashSet<>(applied);
        for (Target target : targets) {
            List<Revision> destinations = resolve(target);
            after.removeAll(target instanceof Target.Base ? applied : graph.descendants(destinations));
            after.addAll(graph.ancestors(destinations));
        }
        List<Revision> added = graph.revisions().stream()
                .filter(revision -> after.contains(revision.id()) && !applied.contains(revision.id()))
                .toList();
        List<String> removed = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            if (applied.contains(revision.id()) && !after.contains(revision.id())) {
                removed.add(0, revision.id());
            }
        }
        return new Stamp(
                targets.stream().map(Target::toString).toList(),
                added,
                removed,
                graph.heads(applied),
                graph.heads(after));
    }

    /**
     * What must be undone so that the target is a head again: what stands on its children. Other branches, and what the
     * target itself depends on, stay.
     *
     * @throws UnknownRevisionException for an id the graph does not have
     * @throws InvalidTargetException for a target that is not applied
     */
    public Plan downgrade(Target target) {
        Set<String> undone = target instanceof Target.Base ? applied : above(target);
        List<Step> steps = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            if (undone.contains(revision.id()) && applied.contains(revision.id())) {
                steps.add(new Step(Direction.DOWNGRADE, revision));
            }
        }
        Collections.reverse(steps);
        return plan(Direction.DOWNGRADE, target, steps);
    }

    private Set<String> above(Target target) {
        List<Revision> destinations = resolve(target);
        List<Revision> children = new ArrayList<>();
        for (Revision destination : destinations) {
            if (!applied.contains(destination.id())) {
                throw new InvalidTargetException(
                        target.toString(),
                        "Revision '%s' is not applied, so it cannot be downgraded to; applied heads are %s."
                                .formatted(destination.id(), Quoted.list(graph.heads(applied))));
            }
            children.addAll(graph.children(destination));
        }
        return graph.descendants(children);
    }

    private List<Revision> resolve(Target target) {
        List<Revision> heads = graph.heads();
        if (target instanceof Target.Base) {
            return List.of();
        }
        if (target instanceof Target.Heads) {
            return heads;
        }
        if (target instanceof Target.Id named) {
            return List.of(graph.find(named.id())
                    .orElseThrow(() -> new UnknownRevisionException(
                            named.id(), heads.stream().map(Revision::id).toList())));
        }
        if (heads.size() > 1) {
            throw new MultipleHeadsException(target.toString(), heads);
        }
        return heads;
    }

    private Plan plan(Direction direction, Target target, List<Step> steps) {
        Set<String> after = new HashSet<>(applied);
        for (Step step : steps) {
            if (direction == Direction.UPGRADE) {
                after.add(step.revision().id());
            } else {
                after.remove(step.revision().id());
            }
        }
        return new Plan(direction, target.toString(), steps, graph.heads(applied), graph.heads(after));
    }
}
