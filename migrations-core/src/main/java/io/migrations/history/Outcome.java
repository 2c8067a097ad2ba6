/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.Locale;

/** How an attempt stands, as the journal has it. */
public enum Outcome {
    /** Under way, or its process died. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Found dead and closed by a later run. */
    INTERRUPTED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
