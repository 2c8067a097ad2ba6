/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Stamp;
import io.migrations.script.ScriptDirectory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a database has to be for a script to begin.
 *
 * @param heads the heads of what it records
 * @param expected the ids of all that it records
 * @param checksums what it has to have run, by revision; the same revisions that {@link PlanCheck} compares in a run
 */
record OfflineStart(Set<String> heads, List<String> expected, SortedMap<String, String> checksums) {

    OfflineStart {
        heads = Collections.unmodifiableSet(new LinkedHashSet<>(heads));
        expected = List.copyOf(expected);
        checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
    }

    /** An upgrade stands on all that is applied; a downgrade has to undo what ran, and leaves the rest alone. */
    static OfflineStart of(Plan plan, ScriptDirectory directory) {
        List<String> expected = expected(plan.headsBefore(), directory.graph());
        List<String> compared = plan.direction() == Direction.UPGRADE
                ? expected
                : plan.steps().stream().map(step -> step.revision().id()).toList();
        return new OfflineStart(plan.headsBefore(), expected, checksums(compared, directory));
    }

    /** A stamp runs nothing, so what ran does not matter to it. */
    static OfflineStart of(Stamp stamp, ScriptDirectory directory) {
        return new OfflineStart(
                stamp.headsBefore(), expected(stamp.headsBefore(), directory.graph()), Collections.emptySortedMap());
    }

    private static List<String> expected(Set<String> heads, RevisionGraph graph) {
        return graph
                .ancestors(
                        heads.stream().map(id -> graph.find(id).orElseThrow()).toList())
                .stream()
                .sorted()
                .toList();
    }

    private static SortedMap<String, String> checksums(Collection<String> ids, ScriptDirectory directory) {
        var checksums = new TreeMap<String, String>();
        ids.forEach(id ->
                checksums.put(id, directory.find(id).orElseThrow().upgrade().checksum()));
        return checksums;
    }
}
