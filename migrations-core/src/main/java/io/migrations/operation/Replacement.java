/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/** What all of {@code CREATE OR REPLACE} have in common. */
final class Replacement {

    private Replacement() {}

    /** Checks that one replaces the other, instead of standing beside it. */
    static void requireSame(DatabaseObject object, DatabaseObject replaced) {
        if (!object.equals(replaced)) {
            throw new InvalidOperationException(
                    "The %s does not replace the %s.".formatted(object.sql(), replaced.sql()),
                    "Give how the same one was made before, its arguments included.");
        }
    }

    /**
     * What puts the former one back.
     *
     * @param previous the former one, in place of the new one; null where nobody said what it was
     */
    static Inverse inverse(DatabaseObject object, @Nullable Creation previous) {
        return previous == null
                ? Inverse.none(
                        "The %s is gone with what it was before; give how it was made to orReplace.".formatted(object))
                : Inverse.of(previous);
    }
}
