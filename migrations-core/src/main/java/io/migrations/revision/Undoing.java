/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which applied revisions a downgrade undoes, by Alembic's rules.
 *
 * @param destination what shall be a head again; null for before the first revision
 * @param branch the revision whose side of the destination is undone; null for all sides
 */
record Undoing(@Nullable Revision destination, @Nullable Revision branch) {

    static Set<String> of(RevisionGraph graph, Recorded recorded, Set<String> applied, Target target) {
        return destination(graph, recorded, target).undone(graph, recorded, applied, target);
    }

    private static Undoing destination(RevisionGraph graph, Recorded recorded, Target target) {
        Resolver resolver = recorded.resolver();
        Revision branch = target.branch() == null ? null : resolver.branch(target.branch());
        if (!target.isRelative()) {
            // Alembic's rule: a downgrade to 'label@head' means the one head of the graph.
            String word = String.valueOf(target.word());
            return new Undoing(resolver.single(new Target(word, null, word, 0)), branch);
        }
        if (!target.isRelativeToCurrent()) {
            return new Undoing(resolver.counted(target, false), branch);
        }
        if (target.steps() > 0) {
            throw new InvalidTargetException(
                    target.text(), Reason.TOO_FAR, "A downgrade does not go up, and '%s' does.".formatted(target));
        }
        Revision start = recorded.startBelow(target);
        Revision reached = new Walk(graph, target, false).down(start, -target.steps());
        return new Undoing(reached, branch == null ? start : branch);
    }

    private Set<String> undone(RevisionGraph graph, Recorded recorded, Set<String> applied, Target target) {
        List<Revision> roots = destination == null ? graph.bases() : graph.children(destination);
        if (branch != null && roots.size() > 1) {
            Set<String> side = graph.lineDown().reach(List.of(branch));
            roots = roots.stream().filter(root -> side.contains(root.id())).toList();
            if (roots.isEmpty()) {
                throw notInBranch(target, destination == null ? branch : destination);
            }
        }
        Set<String> undone = graph.descendants(roots);
        undone.retainAll(applied);
        if (destination != null && undone.isEmpty() && !recorded.heads().contains(destination)) {
            throw nothingAbove(graph, recorded, applied, target, destination);
        }
        if (destination != null && branch != null && !graph.lineage(branch).contains(destination.id())) {
            throw notInBranch(target, destination);
        }
        return undone;
    }

    private static InvalidTargetException notInBranch(Target target, Revision destination) {
        return new InvalidTargetException(
                target.text(),
                Reason.NOT_IN_BRANCH,
                "Target '%s' leads nowhere: nothing that revises '%s' is on the way to '%s'; name the revision without a branch."
                        .formatted(target, destination.id(), target.branch()));
    }

    private static InvalidTargetException nothingAbove(
            RevisionGraph graph, Recorded recorded, Set<String> applied, Target target, Revision destination) {
        List<Revision> dependents = graph.successors(destination).stream()
                .filter(revision -> applied.contains(revision.id()))
                .toList();
        return new InvalidTargetException(
                target.text(),
                Reason.NOT_APPLIED,
                applied.contains(destination.id()) && !dependents.isEmpty()
                        ? "Nothing that revises '%s' is applied, so there is nothing to undo; to undo what depends on it, %s, go to a parent of that."
                                .formatted(destination.id(), Quoted.withSources(dependents))
                        : "Revision '%s' is not applied, so it cannot be downgraded to; applied heads are %s."
                                .formatted(
                                        destination.id(),
                                        Quoted.list(recorded.heads().stream()
                                                .map(Revision::id)
                                                .toList())));
    }
}
