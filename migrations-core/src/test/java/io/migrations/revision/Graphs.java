/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Graphs in a few words: {@code graph("a", "a->b", "b,c->d", "b->x after c")} is a base, a child, a merge, and a child
 * with a dependency.
 */
public final class Graphs {

    private Graphs() {}

    public static RevisionGraph graph(String... edges) {
        return RevisionGraph.of(revisions(edges));
    }

    public static List<Revision> revisions(String... edges) {
        return Stream.of(edges).map(Graphs::revision).toList();
    }

    public static Revision revision(String edge) {
        List<String> dependencies = new ArrayList<>();
        String lineage = edge;
        int after = edge.indexOf(" after ");
        if (after >= 0) {
            dependencies.addAll(
                    List.of(edge.substring(after + " after ".length()).split(",", -1)));
            lineage = edge.substring(0, after);
        }
        String[] sides = lineage.split("->", -1);
        String id = sides[sides.length - 1];
        List<String> parents = sides.length == 1 ? List.of() : List.of(sides[0].split(",", -1));
        return labelled(id, parents, dependencies);
    }

    public static Revision labelled(String id, List<String> parents, List<String> dependencies, String... labels) {
        return new Revision(id, parents, dependencies, Set.of(labels), "does " + id, id + ".sql");
    }
}
