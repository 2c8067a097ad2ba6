/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.Rename;
import java.util.List;

/**
 * What would make the migrations produce what is wanted.
 *
 * @param revisions in order, each revising the one before; none where nothing differs
 * @param renames what was taken for renamed
 * @param offered what looks renamed, and that nobody has said to be
 * @param leftAlone the tables that the model does not know, and that stay
 */
public record Proposal(
        List<GeneratedRevision> revisions, List<Rename> renames, List<Rename> offered, List<String> leftAlone) {

    public Proposal {
        revisions = List.copyOf(revisions);
        renames = List.copyOf(renames);
        offered = List.copyOf(offered);
        leftAlone = List.copyOf(leftAlone);
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }
}
