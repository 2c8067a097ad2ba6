/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws. A subtype stands beside its concept and carries what happened as fields;
 * its message is a sentence that quotes the values, each {@linkplain Legible legible}, and says what to do next.
 */
public abstract class MigrationException extends RuntimeException {

    protected MigrationException(String message) {
        super(Legible.text(message));
    }

    protected MigrationException(String message, @Nullable Throwable cause) {
        super(Legible.text(message), cause);
    }
}
