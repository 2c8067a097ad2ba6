/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.Legible;
import io.migrations.MigrationException;
import java.util.List;

/**
 * Revisions of this build are pending while the database holds others that it does not know: two builds went different
 * ways, and which order is right cannot be told from here.
 */
public final class DivergedException extends MigrationException {

    private final List<String> unknown;
    private final List<String> pending;

    DivergedException(List<String> unknown, List<String> pending) {
        super(
                "The database holds revisions that this build does not know: ['%s'], and this build has pending ones: ['%s']."
                        .formatted(Legible.line(String.join("', '", unknown)), String.join("', '", pending)));
        this.unknown = List.copyOf(unknown);
        this.pending = List.copyOf(pending);
    }

    /** Applied, but in none of this build's scripts. */
    public List<String> unknown() {
        return unknown;
    }

    /** In this build's scripts, but not applied. */
    public List<String> pending() {
        return pending;
    }
}
