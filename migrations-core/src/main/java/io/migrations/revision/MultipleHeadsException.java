/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;
import java.util.List;

/** A target that means one head where the graph has several; names them all, with their files. */
public final class MultipleHeadsException extends MigrationException {

    private final String target;
    private final transient List<Revision> heads;

    MultipleHeadsException(String target, List<Revision> heads) {
        super(
                "Target '%s' is ambiguous, the revisions have %d heads: %s. Join them with 'migrations merge', or write 'Revises' in the one that was meant to follow the other; '%s@head' takes the line of one, 'heads' takes all."
                        .formatted(
                                target,
                                heads.size(),
                                Quoted.withSources(heads),
                                heads.get(0).labels().stream()
                                        .findFirst()
                                        .orElse(heads.get(0).id())));
        this.target = target;
        this.heads = List.copyOf(heads);
    }

    public String target() {
        return target;
    }

    public List<Revision> heads() {
        return heads;
    }
}
