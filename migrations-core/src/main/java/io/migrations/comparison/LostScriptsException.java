/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import java.util.Map;
import java.util.TreeMap;

/** What is applied cannot be built again elsewhere: nobody has the code of some of it any more. */
public final class LostScriptsException extends MigrationException {

    private final Map<String, String> revisions;

    LostScriptsException(Map<String, String> lost) {
        super("What is applied cannot be built again from this build: %s. Use the build that applied it."
                .formatted(new TreeMap<>(lost)
                        .entrySet().stream()
                                .map(entry -> "of revision '%s' %s".formatted(entry.getKey(), entry.getValue()))
                                .reduce((left, right) -> left + "; " + right)
                                .orElse("")));
        this.revisions = Map.copyOf(lost);
    }

    /** The revisions, and why. */
    public Map<String, String> revisions() {
        return revisions;
    }
}
