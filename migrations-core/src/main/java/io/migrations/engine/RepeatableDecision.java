/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RecordedRepeatable;
import io.migrations.history.RecordedState;
import io.migrations.revision.Plan;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which repeatable scripts have to run. They are written for all revisions of their build: while one of these is missing
 * they may not work, and where a newer build has added to them, these would take back what that build's scripts did.
 *
 * @param changed those that have never run as they are now, and those that depend on one of these, in order
 * @param due whether exactly the revisions of this build are applied
 */
record RepeatableDecision(List<String> changed, boolean due) {

    private static final Logger logger = LoggerFactory.getLogger(RepeatableDecision.class);

    RepeatableDecision {
        changed = List.copyOf(changed);
    }

    /** What has to run after the steps of an upgrade. */
    static RepeatableDecision of(ScriptDirectory directory, Plan plan, RecordedState state) {
        Set<String> applied = ids(state);
        plan.steps().forEach(step -> applied.add(step.revision().id()));
        return new RepeatableDecision(changed(directory, state.repeatables()), applied.equals(ids(directory)));
    }

    /** What has to run now. */
    static RepeatableDecision of(ScriptDirectory directory, RecordedState state) {
        return new RepeatableDecision(
                changed(directory, state.repeatables()), ids(state).equals(ids(directory)));
    }

    List<String> toRun() {
        return due ? changed : List.of();
    }

    /** Tells the log of what changed and does not run. */
    void noteWhatIsLeft() {
        if (!due && !changed.isEmpty()) {
            logger.info(
                    "Repeatable scripts {} have changed and were left alone: they run when exactly the revisions of their"
                            + " build are applied",
                    changed);
        }
    }

    /** Those that depend on a script, directly or by way of others. */
    static Set<String> dependents(ScriptDirectory directory, String name) {
        Set<String> reached = new LinkedHashSet<>(Set.of(name));
        directory.repeatables().stream()
                .filter(script -> script.dependencies().stream().anyMatch(reached::contains))
                .forEach(script -> reached.add(script.name()));
        reached.remove(name);
        return reached;
    }

    private static List<String> changed(ScriptDirectory directory, List<RecordedRepeatable> recorded) {
        Map<String, @Nullable String> checksums = new HashMap<>();
        recorded.forEach(script -> checksums.put(script.name(), script.checksum()));
        Set<String> changed = new LinkedHashSet<>();
        for (RepeatableScript script : directory.repeatables()) {
            if (!script.checksum().equals(checksums.get(script.name()))
                    || script.dependencies().stream().anyMatch(changed::contains)) {
                changed.add(script.name());
            }
        }
        return List.copyOf(changed);
    }

    private static Set<String> ids(RecordedState state) {
        return state.applied().stream().map(AppliedRevision::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> ids(ScriptDirectory directory) {
        return Set.copyOf(directory.graph().ids());
    }
}
