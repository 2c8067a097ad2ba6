/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stamp records without running anything, decided before it is recorded.
 *
 * @param targets what was asked for, as typed
 * @param added the revisions that will be recorded as applied, parents first
 * @param removed the ids that will no longer be recorded as applied, parents last
 * @param headsBefore the heads of the applied set before
 * @param headsAfter the heads of the applied set after
 */
public record Stamp(
        List<String> targets,
        List<Revision> added,
        List<String> removed,
        Set<String> headsBefore,
        Set<String> headsAfter) {

    public Stamp {
        targets = List.copyOf(targets);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        headsBefore = Collections.unmodifiableSet(new LinkedHashSet<>(headsBefore));
        headsAfter = Collections.unmodifiableSet(new LinkedHashSet<>(headsAfter));
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
