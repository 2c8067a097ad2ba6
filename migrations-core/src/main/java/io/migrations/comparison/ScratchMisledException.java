/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;

/**
 * A session that was to be in a scratch database is in another one. Nothing was done there.
 */
public final class ScratchMisledException extends MigrationException {

    private final String expected;
    private final String actual;

    ScratchMisledException(String expected, String actual, String remedy) {
        super("A session that was to be in scratch database '%s' is in '%s'. Nothing was done there. %s"
                .formatted(expected, actual, remedy));
        this.expected = expected;
        this.actual = actual;
    }

    /** The database that it was to be in. */
    public String expected() {
        return expected;
    }

    /** The database that it is in. */
    public String actual() {
        return actual;
    }
}
