/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Duration;

/** Waiting that an interrupt ends with an exception, the flag kept. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to migrate.", exception);
        }
    }
}
