/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** A stamp would forget applied revisions that this build does not know, and their texts with them. */
public final class UnknownAppliedException extends MigrationException {

    private final List<String> unknown;

    UnknownAppliedException(List<String> unknown) {
        super(("Nothing was stamped: revisions ['%s'] are applied and not among this build's, so the texts that the"
                        + " database keeps of them would be lost. Downgrade them, stamp with a build that has them, or"
                        + " forget them with '--purge'.")
                .formatted(String.join("', '", unknown)));
        this.unknown = List.copyOf(unknown);
    }

    /** The ids of the revisions this build does not know. */
    public List<String> unknown() {
        return unknown;
    }
}
