/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import java.util.List;

/** The database has revisions of another build, so that nobody can tell what of the difference is drift. */
final class ForeignRevisionsException extends MigrationException {

    private final transient List<String> unknown;

    ForeignRevisionsException(List<String> unknown) {
        super(
                "The database has revisions that this build does not: '%s'. Use the build that %s with, or take %s back with 'migrations downgrade' first."
                        .formatted(
                                String.join("', '", unknown),
                                unknown.size() == 1 ? "it came" : "they came",
                                unknown.size() == 1 ? "it" : "them"));
        this.unknown = List.copyOf(unknown);
    }

    /** The ids of those revisions. */
    List<String> unknown() {
        return unknown;
    }
}
