/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Something is pending where the settings say that this process must not apply it. */
public final class NotCurrentException extends MigrationException {

    private final List<String> pending;
    private final List<String> repeatables;

    NotCurrentException(List<String> pending, List<String> repeatables) {
        super("%s. Apply them with another process, or let this one do it.".formatted(what(pending, repeatables)));
        this.pending = List.copyOf(pending);
        this.repeatables = List.copyOf(repeatables);
    }

    /** The revisions that are pending. */
    public List<String> pending() {
        return pending;
    }

    /** The repeatable scripts that have changed; where revisions are pending, those that would run after them. */
    public List<String> repeatables() {
        return repeatables;
    }

    private static String what(List<String> pending, List<String> repeatables) {
        String revisions = "Revisions are pending: ['%s']".formatted(String.join("', '", pending));
        String scripts = "epeatable scripts have changed: ['%s']".formatted(String.join("', '", repeatables));
        if (repeatables.isEmpty()) {
            return revisions;
        }
        return pending.isEmpty() ? "R" + scripts : revisions + ", and r" + scripts;
    }
}
