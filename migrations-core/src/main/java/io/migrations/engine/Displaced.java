/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import java.util.List;

/**
 * A repeatable script whose objects were dropped, and are to be made anew.
 *
 * @param row as it was recorded before
 * @param saved what its objects had
 */
record Displaced(RepeatableRow row, List<SavedStatement> saved) {

    Displaced {
        saved = List.copyOf(saved);
    }

    String name() {
        return row.name();
    }
}
