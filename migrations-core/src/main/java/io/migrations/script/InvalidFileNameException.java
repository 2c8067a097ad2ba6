/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;

/** A pattern for file names that names no file. */
public final class InvalidFileNameException extends MigrationException {

    private final String pattern;

    InvalidFileNameException(String pattern) {
        super(
                "The file name pattern '%s' cannot be used. Set 'migrations.command.file-name' to a name without folders or blanks, made with {timestamp}, {id} and {slug}, such as '%s'."
                        .formatted(pattern, AuthoringSettings.DEFAULT_FILE_NAME));
        this.pattern = pattern;
    }

    public String pattern() {
        return pattern;
    }
}
