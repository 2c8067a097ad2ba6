/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;
import java.util.List;

/** Locations without a single script: most likely a misspelt location, so it is no silent success. */
public final class NoScriptsFoundException extends MigrationException {

    private final List<String> locations;

    NoScriptsFoundException(List<String> locations) {
        super(
                "No revisions found in ['%s']; add a script such as '001_create_orders.sql' there, or correct the location."
                        .formatted(String.join("', '", locations)));
        this.locations = List.copyOf(locations);
    }

    public List<String> locations() {
        return locations;
    }
}
