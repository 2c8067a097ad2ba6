/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.RevisionGraph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All revisions of a build with their scripts, and the hooks around them: Alembic's script directory. Immutable and free of faults. */
public final class ScriptDirectory {

    private final RevisionGraph graph;
    private final Map<String, ScriptedRevision> byId = new LinkedHashMap<>();

    private final List<RepeatableScript> repeatables;
    private final Hooks hooks;

    ScriptDirectory(
            RevisionGraph graph,
            Collection<ScriptedRevision> revisions,
            List<RepeatableScript> repeatables,
            Hooks hooks) {
        this.graph = graph;
        this.repeatables = List.copyOf(repeatables);
        this.hooks = hooks;
        revisions.forEach(revision -> byId.put(revision.revision().id(), revision));
    }

    /** Of a build that has no revision yet. */
    public static ScriptDirectory none() {
        return new ScriptDirectory(RevisionGraph.of(List.of()), List.of(), List.of(), Hooks.none());
    }

    public RevisionGraph graph() {
        return graph;
    }

    public Hooks hooks() {
        return hooks;
    }

    public Optional<ScriptedRevision> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The same hooks around other revisions and other repeatable scripts: what a database has that is not as this build. */
    public ScriptDirectory with(Collection<ScriptedRevision> revisions, List<RepeatableScript> others) {
        return new ScriptDirectory(
                RevisionGraph.of(
                        revisions.stream().map(ScriptedRevision::revision).toList()),
                revisions,
                others,
                hooks);
    }

    /** The same without repeatable scripts. */
    public ScriptDirectory withoutRepeatables() {
        return new ScriptDirectory(graph, byId.values(), List.of(), hooks);
    }

    /** The repeatable scripts, each after those it depends on. */
    public List<RepeatableScript> repeatables() {
        return repeatables;
    }

    public Optional<RepeatableScript> findRepeatable(String name) {
        return repeatables.stream().filter(script -> script.name().equals(name)).findFirst();
    }
}
