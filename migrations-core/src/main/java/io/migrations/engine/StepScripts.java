/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Direction;
import io.migrations.revision.Step;
import io.migrations.script.Script;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import java.util.Map;
import java.util.Optional;

/**
 * The script of each step: this build's, or, where a person has seen it and agreed, the downgrade that the database
 * keeps.
 *
 * @param directory this build's scripts
 * @param kept downgrades from the database, by revision
 */
record StepScripts(ScriptDirectory directory, Map<String, Script> kept) {

    StepScripts {
        kept = Map.copyOf(kept);
    }

    static StepScripts of(ScriptDirectory directory) {
        return new StepScripts(directory, Map.of());
    }

    Script of(Step step) {
        if (step.direction() == Direction.UPGRADE) {
            return scripted(step).upgrade();
        }
        return downgrade(step.revision().id()).orElseThrow();
    }

    /** What an action on a revision runs, as the journal names it. */
    Optional<Script> of(String revision, String action) {
        return switch (action) {
            case "upgrade" -> directory.find(revision).map(ScriptedRevision::upgrade);
            case "downgrade" -> downgrade(revision);
            default -> Optional.empty();
        };
    }

    /** What undoes a revision. */
    Optional<Script> downgrade(String revision) {
        return directory
                .find(revision)
                .flatMap(ScriptedRevision::findDowngrade)
                .or(() -> Optional.ofNullable(kept.get(revision)));
    }

    ScriptedRevision scripted(Step step) {
        return directory.find(step.revision().id()).orElseThrow();
    }

    /** Whether there is a script of this revision at all. */
    boolean knows(String revision) {
        return directory.find(revision).isPresent() || kept.containsKey(revision);
    }
}
