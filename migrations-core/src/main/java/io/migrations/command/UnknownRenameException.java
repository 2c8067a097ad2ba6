/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;

/** A {@code --rename} that names nothing, or several things. */
final class UnknownRenameException extends MigrationException {

    private final String rename;

    UnknownRenameException(String rename, String reason) {
        super("'--rename %s' says nothing: %s".formatted(rename, reason));
        this.rename = rename;
    }

    /** What was typed. */
    String rename() {
        return rename;
    }
}
