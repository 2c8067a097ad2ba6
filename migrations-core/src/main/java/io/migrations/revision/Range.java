/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A part of the history, {@code from:to}, both ends included. As in Alembic an absent start is {@code base}, an absent
 * end is {@code heads}.
 *
 * @param from the older end, or null
 * @param to the newer end, or null
 */
public record Range(@Nullable Target from, @Nullable Target to) {

    /** Everything. */
    public static final Range ALL = new Range(null, null);

    /**
     * Reads {@code from:to}, {@code from:}, {@code :to} or {@code :}.
     *
     * @throws InvalidTargetException for anything else
     */
    public static Range parse(String text) {
        String[] ends = text.strip().split(":", -1);
        if (ends.length != 2) {
            throw new InvalidTargetException(
                    text, Reason.SYNTAX, "'%s' is no range; write 'from:to', 'from:' or ':to'.".formatted(text));
        }
        return new Range(end(ends[0]), end(ends[1]));
    }

    private static @Nullable Target end(String text) {
        return text.isBlank() ? null : Target.parse(text);
    }

    /** The range as it is typed. */
    @Override
    public String toString() {
        return (from == null ? "" : from) + ":" + (to == null ? "" : to);
    }
}
