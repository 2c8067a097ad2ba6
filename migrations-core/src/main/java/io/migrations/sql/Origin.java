/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statement's text came to be.
 *
 * @param backslashQuotes how its plain string constants are read
 * @param written the statement as the file has it, if placeholders were replaced since
 * @param splices the replaced places, in order
 */
record Origin(boolean backslashQuotes, @Nullable Statement written, List<Splice> splices) {

    /**
     * A placeholder's value: [start, end) in the text it was put into, [writtenStart, writtenEnd) where the placeholder
     * was.
     */
    record Splice(int start, int end, int writtenStart, int writtenEnd) {}

    // Shared, as a dump has a million statements.
    private static final Origin PLAIN = new Origin(false, null, List.of());
    private static final Origin WITH_BACKSLASHES = new Origin(true, null, List.of());

    Origin {
        splices = List.copyOf(splices);
    }

    static Origin asWritten(boolean backslashQuotes) {
        return backslashQuotes ? WITH_BACKSLASHES : PLAIN;
    }

    /** The index in the written text of what is at that index now; inside a value, where its placeholder starts. */
    int writtenIndex(int index) {
        int shift = 0;
        for (Splice splice : splices) {
            if (index < splice.start()) {
                break;
            }
            if (index < splice.end()) {
                return splice.writtenStart();
            }
            shift = splice.writtenEnd() - splice.end();
        }
        return index + shift;
    }
}
