/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import java.util.List;

/** A merge of less than two heads. */
public final class NothingToMergeException extends MigrationException {

    private final List<String> heads;

    NothingToMergeException(List<String> heads) {
        super(
                heads.isEmpty()
                        ? "There is nothing to merge: no head was found. Write the first revision with 'migrations revision'."
                        : "There is nothing to merge but '%s': a merge joins two heads or more. 'migrations heads' shows those of the build; 'migrations revision' writes what follows one."
                                .formatted(heads.get(0)));
        this.heads = List.copyOf(heads);
    }

    /** What was to be merged: one head or none. */
    public List<String> heads() {
        return heads;
    }
}
