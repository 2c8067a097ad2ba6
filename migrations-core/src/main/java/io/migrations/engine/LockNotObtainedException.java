/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process held the migration lock for longer than this one was willing to wait; nothing was changed. */
public final class LockNotObtainedException extends MigrationException {

    private final Duration waited;
    private final transient @Nullable LockHolder holder;

    LockNotObtainedException(Duration waited, @Nullable LockHolder holder) {
        super("The migration lock was not free within %d s. It is held by %s."
                .formatted(waited.toSeconds(), holder == null ? "a session that is not visible" : holder));
        this.waited = waited;
        this.holder = holder;
    }

    public Duration waited() {
        return waited;
    }

    public Optional<LockHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
