/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;

/** A target that cannot be reached from where the database stands, or that is no target at all. */
public final class InvalidTargetException extends MigrationException {

    private final String target;

    InvalidTargetException(String target, String message) {
        super(message);
        this.target = target;
    }

    public String target() {
        return target;
    }
}
