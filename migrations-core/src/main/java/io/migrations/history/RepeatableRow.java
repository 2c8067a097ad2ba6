/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is recorded of a repeatable script.
 *
 * @param name its name
 * @param checksum of what ran; none where it has to run again
 * @param text what ran, as written
 * @param objects the views and routines that it made
 * @param saved what those of them that gave way had, and have to be given back
 */
public record RepeatableRow(
        String name, @Nullable String checksum, String text, List<String> objects, List<SavedStatement> saved) {

    public RepeatableRow {
        objects = List.copyOf(objects);
        saved = List.copyOf(saved);
    }

    /** The same with something to give back, so that it has to run again. */
    public RepeatableRow gaveWay(List<SavedStatement> nowSaved) {
        return new RepeatableRow(name, null, text, objects, nowSaved);
    }
}
