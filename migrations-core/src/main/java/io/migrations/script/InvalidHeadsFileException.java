/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;

/** A heads file that cannot be read. */
public final class InvalidHeadsFileException extends MigrationException {

    private final String file;
    private final int line;

    private InvalidHeadsFileException(String file, int line, String message) {
        super(message);
        this.file = file;
        this.line = line;
    }

    static InvalidHeadsFileException conflict(String file, int line) {
        return new InvalidHeadsFileException(
                file,
                line,
                "%s:%d: The file has an unresolved conflict: two branches have a new revision each. Join them with 'migrations merge', which writes the file anew."
                        .formatted(file, line));
    }

    static InvalidHeadsFileException line(String file, int line, String text) {
        return new InvalidHeadsFileException(
                file,
                line,
                "%s:%d: '%s' is not one head and its file, such as '4f1c2a9be03d: 20241015123000_add_order_notes.sql'. Correct the line; 'migrations revision' and 'migrations merge' write the file anew."
                        .formatted(file, line, text));
    }

    static InvalidHeadsFileException missing(String file) {
        return new InvalidHeadsFileException(
                file,
                1,
                "There is no heads file '%s'. Give its path, such as 'src/main/resources/db/migrations/%s'; 'migrations init', 'revision' and 'merge' write it."
                        .formatted(file, HeadsFile.NAME));
    }

    public String file() {
        return file;
    }

    /** The line with the mistake, from 1. */
    public int line() {
        return line;
    }
}
