/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * How a DROP goes about it.
 *
 * @param ifExists whether it is well where there is nothing
 * @param cascade whether what depends on it goes, too
 */
public record DropMode(boolean ifExists, boolean cascade) {

    /** The plain statement. */
    public static final DropMode PLAIN = new DropMode(false, false);

    DropMode tolerant() {
        return new DropMode(true, cascade);
    }

    DropMode cascading() {
        return new DropMode(ifExists, true);
    }

    String before() {
        return Words.when(ifExists, "IF EXISTS");
    }

    String after() {
        return Words.when(cascade, "CASCADE");
    }
}
