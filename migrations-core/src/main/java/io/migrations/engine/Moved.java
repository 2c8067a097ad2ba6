/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Revision;
import io.migrations.script.ScriptDirectory;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds revisions whose place in the graph is not what it was: a file slipped in between, say. */
final class Moved {

    private static final Logger logger = LoggerFactory.getLogger(Moved.class);

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

    /** Warns of them: the scripts change what follows what, and the database keeps what was true when they ran. */
    static void warn(ScriptDirectory directory, List<AppliedRevision> applied) {
        for (Revision recorded : among(directory, applied)) {
            Revision script = directory.graph().find(recorded.id()).orElseThrow();
            logger.warn(
                    "Revision '{}' was applied after {}, and its script '{}' follows {} now. If a script was added in"
                            + " between, write 'Revises' with the newest revision in its header",
                    recorded.id(),
                    recorded.parents(),
                    script.source(),
                    script.parents());
        }
    }
}
