/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import org.jspecify.annotations.Nullable;

/**
 * A fault explained to a person.
 *
 * @param description what happened, and, unless it is told apart, what state the database is in
 * @param untouched that nothing was run, in a sentence, for a command that might have run something
 * @param action what to do next, where that is known
 */
public record Diagnosis(
        String description,
        @Nullable String untouched,
        @Nullable String action) {

    /** A fault of which all is in the description. */
    public Diagnosis(String description, @Nullable String action) {
        this(description, null, action);
    }
}
