/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every fault of a collection of revisions, so that all can be mended in one go. */
final class GraphValidation {

    private static final int MOST_HEADS_SHOWN = 10;

    private final Map<String, Revision> byId = new LinkedHashMap<>();
    private final Map<String, Revision> byLabel = new HashMap<>();
    private final List<GraphFault> faults = new ArrayList<>();
    private List<String> heads = List.of();

    private GraphValidation() {}

    static List<GraphFault> faults(Collection<Revision> revisions) {
        var validation = new GraphValidation();
        validation.register(revisions);
        validation.checkReferences();
        validation.checkCycles();
        return validation.faults;
    }

    private void register(Collection<Revision> revisions) {
        for (Revision revision : revisions) {
            Naming.faultOfId(revision).ifPresent(faults::add);
            Revision first = byId.putIfAbsent(revision.id(), revision);
            if (first != null) {
                faults.add(new GraphFault.DuplicateId(revision, first));
            }
        }
        for (Revision revision : byId.values()) {
            for (String label : revision.labels()) {
                Naming.faultOfLabel(revision, label).ifPresent(faults::add);
                Revision first = byId.containsKey(label) ? byId.get(label) : byLabel.putIfAbsent(label, revision);
                if (first != null) {
                    faults.add(new GraphFault.LabelTaken(revision, label, first));
                }
            }
        }
    }

    private void checkReferences() {
        heads = heads();
        for (Revision revision : byId.values()) {
            for (String parent : revision.parents()) {
                if (!byId.containsKey(parent)) {
                    faults.add(new GraphFault.MissingParent(revision, parent, headsExcept(revision)));
                }
            }
            for (String dependency : revision.dependencies()) {
                if (resolve(dependency) == null) {
                    faults.add(new GraphFault.MissingDependency(revision, dependency));
                }
            }
        }
    }

    private List<String> headsExcept(Revision revision) {
        return heads.stream()
                .filter(head -> !head.equals(revision.id()))
                .limit(MOST_HEADS_SHOWN)
                .toList();
    }

    private List<String> heads() {
        Set<String> ids = new LinkedHashSet<>(byId.keySet());
        byId.values().forEach(revision -> revision.parents().forEach(ids::remove));
        return List.copyOf(ids);
    }

    private void checkCycles() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        byId.forEach((id, revision) -> all.put(id, predecessors(revision)));
        if (Cycles.in(all).isEmpty()) {
            return;
        }
        // What is a cycle by parents alone is said to be one, and not repeated with a dependency in it.
        Map<String, List<String>> parents = new LinkedHashMap<>();
        byId.forEach((id, revision) -> parents.put(id, revision.parents()));
        List<List<String>> cycles = Cycles.in(parents);
        addCycles(cycles, false);
        cycles.forEach(cycle -> all.keySet().removeAll(Set.copyOf(cycle)));
        addCycles(Cycles.in(all), true);
    }

    private void addCycles(List<List<String>> cycles, boolean throughDependency) {
        for (List<String> cycle : cycles) {
            faults.add(new GraphFault.Cycle(Objects.requireNonNull(byId.get(cycle.get(0))), cycle, throughDependency));
        }
    }

    private List<String> predecessors(Revision revision) {
        if (revision.dependencies().isEmpty()) {
            return revision.parents();
        }
        Set<String> predecessors = new LinkedHashSet<>(revision.parents());
        for (String dependency : revision.dependencies()) {
            Revision resolved = resolve(dependency);
            if (resolved != null) {
                predecessors.add(resolved.id());
            }
        }
        return List.copyOf(predecessors);
    }

    private @Nullable Revision resolve(String idOrLabel) {
        Revision revision = byId.get(idOrLabel);
        return revision != null ? revision : byLabel.get(idOrLabel);
    }
}
