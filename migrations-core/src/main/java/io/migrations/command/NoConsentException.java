/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;

/** Something needs a person's agreement, and did not get it. */
final class NoConsentException extends MigrationException {

    private NoConsentException(String message) {
        super(message);
    }

    static NoConsentException refused() {
        return new NoConsentException("Nothing was done.");
    }

    static NoConsentException nobodyThere() {
        return new NoConsentException(
                "Nothing was done: this needs a person's agreement, and there is no terminal to ask on. Read what is"
                        + " above, and repeat the command with '--yes'.");
    }
}
