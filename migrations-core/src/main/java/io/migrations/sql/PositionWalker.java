/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** Turns offsets of a script into positions. It remembers the last one, so asking in ascending order costs one pass. */
final class PositionWalker {

    private final String text;
    private final int origin;

    private int offset;
    private Position position = Position.START;

    /** The first line's first column is at {@code origin}. */
    PositionWalker(String text, int origin) {
        this.text = text;
        this.origin = origin;
        this.offset = origin;
    }

    Position at(int target) {
        if (target < offset) {
            offset = origin;
            position = Position.START;
        }
        position = position.advance(text, offset, target);
        offset = Math.max(offset, target);
        return position;
    }
}
