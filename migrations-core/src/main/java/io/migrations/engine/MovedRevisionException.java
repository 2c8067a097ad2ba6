/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** A downgrade would undo a revision before what was applied on top of it, as scripts changed places since then. */
public final class MovedRevisionException extends MigrationException {

    private final String revision;
    private final String recordedOn;
    private final List<String> follows;

    MovedRevisionException(String revision, String recordedOn, List<String> follows) {
        super(
                "Revision '%s' was applied on top of '%s', but its script follows %s now, so a downgrade would undo '%s' first. Nothing was undone. Put the script back in its place, or record its new place with 'migrations repair %s'."
                        .formatted(
                                revision,
                                recordedOn,
                                follows.isEmpty() ? "nothing" : "'" + String.join("', '", follows) + "'",
                                recordedOn,
                                revision));
        this.revision = revision;
        this.recordedOn = recordedOn;
        this.follows = List.copyOf(follows);
    }

    /** The revision whose script is in another place now. */
    public String revision() {
        return revision;
    }

    /** What its script follows now. */
    public List<String> follows() {
        return follows;
    }

    /** What it stood on when it was applied. */
    public String recordedOn() {
        return recordedOn;
    }
}
