/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.MigrationException;

/** A pattern for names of objects that cannot be read. */
public final class InvalidPatternException extends MigrationException {

    private final String pattern;

    InvalidPatternException(String pattern, String problem, String remedy) {
        super("The pattern '%s' cannot be used: %s %s".formatted(pattern, problem, remedy));
        this.pattern = pattern;
    }

    public String pattern() {
        return pattern;
    }
}
