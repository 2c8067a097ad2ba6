/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Revisions are pending where the settings say that this process must not apply them. */
public final class NotCurrentException extends MigrationException {

    private final List<String> pending;

    NotCurrentException(List<String> pending) {
        super("Revisions are pending: ['%s']. Apply them with another process, or let this one do it."
                .formatted(String.join("', '", pending)));
        this.pending = List.copyOf(pending);
    }

    public List<String> pending() {
        return pending;
    }
}
