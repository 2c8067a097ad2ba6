/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import io.migrations.revision.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something is pending where the settings say that this process must not apply it. */
public final class NotCurrentException extends MigrationException {

    private final List<String> pending;
    private final List<String> repeatables;
    private final @Nullable Duration timeout;

    private NotCurrentException(List<String> pending, List<String> repeatables, @Nullable Duration timeout) {
        super("%s. Apply them with another process, or let this one do it.".formatted(what(pending, repeatables)));
        this.pending = List.copyOf(pending);
        this.repeatables = List.copyOf(repeatables);
        this.timeout = timeout;
    }

    static NotCurrentException of(Plan plan) {
        return new NotCurrentException(
                plan.steps().stream().map(step -> step.revision().id()).toList(), plan.repeatables(), null);
    }

    /** The same, found at the end of a wait. */
    NotCurrentException after(Duration wait) {
        return new NotCurrentException(pending, repeatables, wait);
    }

    /** The revisions that are pending. */
    public List<String> pending() {
        return pending;
    }

    /** The repeatable scripts that have changed; where revisions are pending, those that would run after them. */
    public List<String> repeatables() {
        return repeatables;
    }

    /** How long another process was waited for; none where nobody was. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    private static String what(List<String> pending, List<String> repeatables) {
        String revisions = "Revisions are pending: ['%s']".formatted(String.join("', '", pending));
        String scripts = "epeatable scripts have changed: ['%s']".formatted(String.join("', '", repeatables));
        if (repeatables.isEmpty()) {
            return revisions;
        }
        return pending.isEmpty() ? "R" + scripts : revisions + ", and r" + scripts;
    }
}
