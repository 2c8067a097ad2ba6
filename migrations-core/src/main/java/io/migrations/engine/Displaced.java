/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import java.util.List;

/**
 * A repeatable script whose objects were dropped, and are to be made anew.
 *
 * @param row as it was recorded before
 * @param objects what was dropped
 * @param saved what its objects had
 */
record Displaced(RepeatableRow row, List<CatalogObject> objects, List<SavedStatement> saved) {

    Displaced {
        objects = List.copyOf(objects);
        saved = List.copyOf(saved);
    }

    String name() {
        return row.name();
    }
}
