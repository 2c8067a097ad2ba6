/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.RevisionGraph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All revisions of a build with their scripts, and the hooks around them: Alembic's script directory. Immutable and free of faults. */
public final class ScriptDirectory {

    private final RevisionGraph graph;
    private final Map<String, ScriptedRevision> byId = new LinkedHashMap<>();

    private final Hooks hooks;

    ScriptDirectory(RevisionGraph graph, Collection<ScriptedRevision> revisions, Hooks hooks) {
        this.graph = graph;
        this.hooks = hooks;
        revisions.forEach(revision -> byId.put(revision.revision().id(), revision));
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
}
