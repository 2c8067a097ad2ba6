/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * What sets a trigger off.
 *
 * @param kind which command
 * @param columns of an update: the columns that it has to be of; any, if none is named
 */
public record TriggerEvent(Kind kind, List<String> columns) {

    /** The commands that set triggers off. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /** Checks that only an update is of columns. */
    public TriggerEvent {
        columns = Names.require("column", columns);
        if (kind != Kind.UPDATE && !columns.isEmpty()) {
            throw new InvalidOperationException(
                    "A trigger on %s names the columns %s.".formatted(kind, columns),
                    "Name columns of an update only.");
        }
    }

    static TriggerEvent of(Kind kind) {
        return new TriggerEvent(kind, List.of());
    }

    String sql() {
        return columns.isEmpty() ? kind.name() : kind + " OF " + Names.list(columns);
    }
}
