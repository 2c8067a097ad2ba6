/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Which failures pass by themselves, and how long to wait for that. */
final class Retry {

    private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001");
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Retry() {}

    /** Whether the server refused because others were in the way: lock not available, deadlock, serialization. */
    static boolean helps(@Nullable String sqlState) {
        return sqlState != null && PASSING.contains(sqlState);
    }

    /** How long to wait after this attempt, the first being 1: doubled each time, with jitter. */
    static Duration pauseAfter(int attempt) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 10));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }
}
