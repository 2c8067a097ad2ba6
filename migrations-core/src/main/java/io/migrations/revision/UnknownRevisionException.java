/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;
import java.util.List;

/** A target that no revision answers to. */
public final class UnknownRevisionException extends MigrationException {

    private final String target;
    private final List<String> heads;

    UnknownRevisionException(String target, List<String> heads) {
        super("No revision '%s'; known heads are %s.".formatted(target, Quoted.list(heads)));
        this.target = target;
        this.heads = List.copyOf(heads);
    }

    public String target() {
        return target;
    }

    public List<String> heads() {
        return heads;
    }
}
