/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart, before it is joined with its other half and its neighbours.
 *
 * @param upgrade the part that upgrades; in a rollback file none
 * @param downgrade the part that downgrades; none where the file has none
 */
record ParsedFile(
        ScriptFile file,
        Header header,
        @Nullable Section upgrade,
        @Nullable Section downgrade) {

    /**
     * A part of a file.
     *
     * @param line where it begins
     * @param text its text as written
     */
    record Section(int line, String text, List<Statement> statements) {

        /** Begins the line that a new file has in the place of its statements. */
        static final String TO_BE_WRITTEN = "-- To be written";

        Section {
            statements = List.copyOf(statements);
        }

        /** Whether the author has not been here yet. */
        boolean isToBeWritten() {
            return text.lines().anyMatch(line -> line.startsWith(TO_BE_WRITTEN));
        }
    }
}
