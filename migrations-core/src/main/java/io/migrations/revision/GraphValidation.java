/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds every fault of a collection of revisions, so that all can be mended in one go. */
final class GraphValidation {

    /** What the target grammar uses for itself, as in Alembic. */
    private static final String RESERVED = "@-+:";

    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    private final Map<String, Revision> byId = new LinkedHashMap<>();
    private final Map<String, Revision> byLabel = new HashMap<>();
    private final List<GraphFault> faults = new ArrayList<>();

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
            revision.id()
                    .chars()
                    .filter(c -> RESERVED.indexOf(c) >= 0)
                    .findFirst()
                    .ifPresent(c -> faults.add(new GraphFault.IllegalId(revision, (char) c)));
            Stream.concat(Stream.of(revision.id()), revision.labels().stream())
                    .filter(WORDS::contains)
                    .forEach(name -> faults.add(new GraphFault.ReservedName(revision, name)));
            Revision first = byId.putIfAbsent(revision.id(), revision);
            if (first != null) {
                faults.add(new GraphFault.DuplicateId(revision, first));
            }
        }
        for (Revision revision : byId.values()) {
            for (String label : revision.labels()) {
                Revision first = byId.containsKey(label) ? byId.get(label) : byLabel.putIfAbsent(label, revision);
                if (first != null) {
                    faults.add(new GraphFault.LabelTaken(revision, label, first));
                }
            }
        }
    }

    private void checkReferences() {
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
        Set<String> heads = new LinkedHashSet<>(byId.keySet());
        byId.values().forEach(other -> other.parents().forEach(heads::remove));
        heads.remove(revision.id());
        return List.copyOf(heads);
    }

    private void checkCycles() {
        Map<String, List<String>> remaining = new LinkedHashMap<>();
        byId.forEach((id, revision) -> remaining.put(id, predecessors(revision)));
        while (true) {
            dropResolved(remaining);
            if (remaining.isEmpty()) {
                return;
            }
            List<String> cycle = walkIntoCycle(remaining);
            faults.add(new GraphFault.Cycle(Objects.requireNonNull(byId.get(cycle.get(0))), cycle));
            cycle.forEach(remaining::remove);
        }
    }

    private List<String> predecessors(Revision revision) {
        return Stream.concat(
                        revision.parents().stream().map(byId::get),
                        revision.dependencies().stream().map(this::resolve))
                .filter(Objects::nonNull)
                .map(Revision::id)
                .distinct()
                .toList();
    }

    private @Nullable Revision resolve(String idOrLabel) {
        Revision revision = byId.get(idOrLabel);
        return revision != null ? revision : byLabel.get(idOrLabel);
    }

    /** Removes whatever has no predecessor left, and what that frees, until only cycles and their descendants remain. */
    private static void dropResolved(Map<String, List<String>> remaining) {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> successors = new HashMap<>();
        var ready = new ArrayDeque<String>();
        remaining.forEach((id, predecessors) -> {
            int count = 0;
            for (String predecessor : predecessors) {
                if (remaining.containsKey(predecessor)) {
                    count++;
                    successors
                            .computeIfAbsent(predecessor, key -> new ArrayList<>())
                            .add(id);
                }
            }
            open.put(id, count);
            if (count == 0) {
                ready.add(id);
            }
        });
        while (!ready.isEmpty()) {
            String id = ready.remove();
            remaining.remove(id);
            for (String successor : successors.getOrDefault(id, List.of())) {
                if (open.merge(successor, -1, Integer::sum) == 0) {
                    ready.add(successor);
                }
            }
        }
    }

    private static List<String> walkIntoCycle(Map<String, List<String>> remaining) {
        Set<String> path = new LinkedHashSet<>();
        String id = remaining.keySet().iterator().next();
        while (path.add(id)) {
            id = Objects.requireNonNull(remaining.get(id)).stream()
                    .filter(remaining::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> walked = new ArrayList<>(path);
        return List.copyOf(walked.subList(walked.indexOf(id), walked.size()));
    }
}
