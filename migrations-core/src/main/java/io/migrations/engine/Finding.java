/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;

/**
 * What the catalog says about a statement that an earlier attempt has not been seen to complete.
 *
 * @param done whether it needs no further run, once the following is done
 * @param isUntold whether nobody can tell
 * @param first what has to run before, statement by statement: it clears away what was left, or completes it
 */
record Finding(boolean done, boolean isUntold, List<String> first) {

    Finding {
        first = List.copyOf(first);
    }

    /** It took effect. */
    static Finding took() {
        return new Finding(true, false, List.of());
    }

    /** It did not take effect, or may run twice. */
    static Finding again() {
        return new Finding(false, false, List.of());
    }

    static Finding of(boolean done) {
        return done ? took() : again();
    }

    /** It runs again after what was left is cleared away. */
    static Finding againAfter(List<String> clearing) {
        return new Finding(false, false, clearing);
    }

    /** It stopped in between, and this completes it. */
    static Finding tookWith(String completion) {
        return new Finding(true, false, List.of(completion));
    }

    /** The catalog looks the same either way. */
    static Finding untold() {
        return new Finding(false, true, List.of());
    }
}
