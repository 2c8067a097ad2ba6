/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the objects that a repeatable script made are its own: not those that another script of the build makes too and
 * made first. What a script no longer makes, or one that is not in this build, goes over to the one that makes it now.
 */
final class Claims {

    private final LockedHistory history;
    private final Environment environment;

    Claims(LockedHistory history, Environment environment) {
        this.history = history;
        this.environment = environment;
    }

    List<String> of(String script, List<String> made) {
        List<String> own = new ArrayList<>(made);
        for (RepeatableRow row : history.repeatables().rows(history.jdbc())) {
            Set<String> shared = new LinkedHashSet<>(row.objects());
            shared.retainAll(own);
            if (row.name().equals(script) || shared.isEmpty()) {
                continue;
            }
            Optional<NamedObjects> still = environment
                    .directory()
                    .findRepeatable(row.name())
                    .map(other -> NamedObjects.in(history.jdbc(), other.script()));
            Set<String> kept = new LinkedHashSet<>(shared);
            kept.removeIf(object -> still.isEmpty() || !still.get().contains(object));
            own.removeAll(kept);
            shared.removeAll(kept);
            if (!shared.isEmpty()) {
                history.repeatables().update(history.jdbc(), without(row, shared));
            }
        }
        return own;
    }

    private static RepeatableRow without(RepeatableRow row, Set<String> objects) {
        List<SavedStatement> saved = row.saved().stream()
                .filter(statement -> !objects.contains(statement.object()))
                .toList();
        List<String> left = row.objects().stream()
                .filter(object -> !objects.contains(object))
                .toList();
        return new RepeatableRow(row.name(), row.checksum(), row.text(), left, saved);
    }
}
