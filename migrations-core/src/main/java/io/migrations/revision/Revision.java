/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One node of the graph.
 *
 * @param id the identity, unique in a graph and in the database
 * @param parents what it revises (Alembic's {@code down_revision}); several make it a merge, none a base
 * @param dependencies what must be applied before it without being its lineage, as written: ids or branch labels
 * @param labels the branch labels it states, as written; a repeated one is a fault that the graph reports
 * @param description what it does, in a few words
 * @param source where it is defined, for messages: a file or a class
 */
public record Revision(
        String id,
        List<String> parents,
        List<String> dependencies,
        List<String> labels,
        String description,
        String source) {

    public Revision {
        parents = List.copyOf(new LinkedHashSet<>(parents));
        dependencies = List.copyOf(new LinkedHashSet<>(dependencies));
        labels = List.copyOf(labels);
    }

    /** A revision whose labels are known to differ, as a header or the database cannot say twice what is a set. */
    public Revision(
            String id,
            List<String> parents,
            List<String> dependencies,
            Set<String> labels,
            String description,
            String source) {
        this(id, parents, dependencies, List.copyOf(labels), description, source);
    }

    public boolean isBase() {
        return parents.isEmpty();
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }

    /** Whether another build's view of this revision gives it the same parents, in whatever order. */
    public boolean hasSameParents(Revision other) {
        return Set.copyOf(parents).equals(Set.copyOf(other.parents()));
    }

    /** This revision with only those of its edges that lead to these ids, and without labels. */
    public Revision restrictedTo(Set<String> ids) {
        return new Revision(
                id,
                parents.stream().filter(ids::contains).toList(),
                dependencies.stream().filter(ids::contains).toList(),
                List.of(),
                description,
                source);
    }
}
