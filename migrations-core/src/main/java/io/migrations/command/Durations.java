/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person reads them. */
final class Durations {

    private static final int SECONDS_PER_MINUTE = 60;

    private Durations() {}

    /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds < SECONDS_PER_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
