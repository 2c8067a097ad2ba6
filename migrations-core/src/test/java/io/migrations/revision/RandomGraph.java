/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Graphs with branches, merges, dependencies and labels, and sets of revisions that a database may have applied. */
final class RandomGraph {

    private final Random random;
    private final RevisionGraph graph;

    RandomGraph(long seed) {
        this.random = new Random(seed);
        this.graph = RevisionGraph.of(revisions(2 + random.nextInt(24)));
    }

    private List<Revision> revisions(int size) {
        double merges = random.nextDouble() * 0.3;
        double dependencies = random.nextDouble() * 0.4;
        List<String> ids = new ArrayList<>();
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = "r" + i;
            Set<String> parents = new LinkedHashSet<>();
            if (!ids.isEmpty() && random.nextDouble() > 0.1) {
                parents.add(random.nextBoolean() ? ids.get(ids.size() - 1) : any(ids));
                if (random.nextDouble() < merges) {
                    parents.add(any(ids));
                }
            }
            Set<String> needed = new LinkedHashSet<>();
            while (!ids.isEmpty() && random.nextDouble() < dependencies) {
                needed.add(any(ids));
            }
            String[] labels = random.nextDouble() < 0.1 ? new String[] {"label" + i} : new String[0];
            revisions.add(Graphs.labelled(id, List.copyOf(parents), List.copyOf(needed), labels));
            ids.add(id);
        }
        Collections.shuffle(revisions, random);
        return revisions;
    }

    RevisionGraph graph() {
        return graph;
    }

    Revision revision() {
        return any(graph.revisions());
    }

    /** Some revisions and all that they stand on. */
    Set<String> applied() {
        List<Revision> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(revision());
        }
        return graph.ancestors(some);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
