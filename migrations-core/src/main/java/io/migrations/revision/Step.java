/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

/** One revision to be upgraded or downgraded. */
public record Step(Direction direction, Revision revision) {

    @Override
    public String toString() {
        return "%s %s".formatted(direction == Direction.UPGRADE ? "upgrade" : "downgrade", revision.id());
    }
}
