/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;
import java.util.List;

/** A name that no revision and no branch label answers to. */
public final class UnknownRevisionException extends MigrationException {

    private final String target;
    private final List<String> heads;
    private final List<String> similar;

    UnknownRevisionException(String target, List<String> heads, List<String> similar) {
        super(
                similar.isEmpty()
                        ? "No revision or branch label '%s'; known heads are %s.".formatted(target, Quoted.list(heads))
                        : "No revision or branch label '%s'; did you mean %s? Known heads are %s."
                                .formatted(target, Quoted.list(similar), Quoted.list(heads)));
        this.target = target;
        this.heads = List.copyOf(heads);
        this.similar = List.copyOf(similar);
    }

    /** The name as typed or as recorded. */
    public String target() {
        return target;
    }

    public List<String> heads() {
        return heads;
    }

    /** The ids and labels that may have been meant. */
    public List<String> similar() {
        return similar;
    }
}
