/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Revision;
import io.migrations.script.ScriptDirectory;
import java.util.List;

/** Finds revisions whose place in the graph is not what it was: a file slipped in between, say. */
final class Moved {

    private Moved() {}

    /** The applied revisions, as recorded, that had other parents than their scripts have now. */
    static List<Revision> among(ScriptDirectory directory, List<AppliedRevision> applied) {
        return applied.stream()
                .map(AppliedRevision::revision)
                .filter(recorded -> directory
                        .graph()
                        .find(recorded.id())
                        .filter(script -> !script.hasSameParents(recorded))
                        .isPresent())
                .toList();
    }
}
