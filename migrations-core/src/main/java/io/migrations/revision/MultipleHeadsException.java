/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** A target that means one head where the graph has several; names them all, with their files. */
public final class MultipleHeadsException extends MigrationException {

    private final String target;
    private final transient List<Revision> heads;

    MultipleHeadsException(String target, List<Revision> heads) {
        super(
                "Target '%s' is ambiguous, the revisions have %d heads: %s. Join them with a revision that revises both, or write 'Revises' in the one that was meant to follow the other; the target 'heads' takes all."
                        .formatted(
                                target,
                                heads.size(),
                                heads.stream()
                                        .map(head -> "'%s' (%s)".formatted(head.id(), head.source()))
                                        .collect(Collectors.joining(", "))));
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
