/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import java.util.List;
import java.util.Optional;

/** The sources have revisions that this build does not, so that what it would derive is there already. */
final class StaleBuildException extends MigrationException {

    private final transient List<String> unbuilt;

    StaleBuildException(List<String> unbuilt, Optional<String> location) {
        super("The sources have %s that this build does not have: '%s'. Rebuild first%s."
                .formatted(
                        Words.count(unbuilt.size(), "revision"),
                        String.join("', '", unbuilt),
                        location.map(text -> ", or add --migrations.locations=" + text)
                                .orElse("")));
        this.unbuilt = List.copyOf(unbuilt);
    }

    /** The ids of those revisions. */
    List<String> unbuilt() {
        return unbuilt;
    }
}
