/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What will run, in order, decided before anything runs. The very same value is shown and executed.
 *
 * @param direction the way all steps go
 * @param target what was asked for, as typed
 * @param steps the steps in the order they run
 * @param repeatables the names of the repeatable scripts that run after the steps, in that order
 * @param headsBefore the heads of the applied set before the first step
 * @param headsAfter the heads of the applied set after the last step
 */
public record Plan(
        Direction direction,
        String target,
        List<Step> steps,
        List<String> repeatables,
        Set<String> headsBefore,
        Set<String> headsAfter) {

    public Plan {
        steps = List.copyOf(steps);
        repeatables = List.copyOf(repeatables);
        headsBefore = Collections.unmodifiableSet(new LinkedHashSet<>(headsBefore));
        headsAfter = Collections.unmodifiableSet(new LinkedHashSet<>(headsAfter));
    }

    /** A plan of revisions alone. */
    public Plan(Direction direction, String target, List<Step> steps, Set<String> headsBefore, Set<String> headsAfter) {
        this(direction, target, steps, List.of(), headsBefore, headsAfter);
    }

    /** The same, with repeatable scripts after the steps. */
    public Plan with(List<String> repeatableScripts) {
        return new Plan(direction, target, steps, repeatableScripts, headsBefore, headsAfter);
    }

    public boolean isEmpty() {
        return steps.isEmpty() && repeatables.isEmpty();
    }
}
