/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.boot.monitor.KnownStatus.Reading;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.MigrationStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} of a database's revisions: up where all of this build's are applied. A probe asks the database
 * only where the last look at it is older than {@code migrations.health.time-to-live}.
 */
final class MigrationsHealthIndicator extends AbstractHealthIndicator {

    private final KnownStatus known;
    private final MigrationsHealthProperties.Status statuses;

    MigrationsHealthIndicator(KnownStatus known, MigrationsHealthProperties.Status statuses) {
        super("The state of the migrations cannot be told");
        this.known = known;
        this.statuses = statuses;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Reading reading = known.current();
        MigrationStatus status = reading.status();
        if (status == null) {
            builder.status(statuses.unknown())
                    .withDetail("state", "unknown")
                    .withDetail("problem", problem(reading.fault()));
            return;
        }
        builder.status(of(Standing.of(status)))
                .withDetail("state", status.state().name().toLowerCase(Locale.ROOT))
                .withDetail("heads", status.databaseHeads())
                .withDetail("pending", status.pending());
        if (!status.problems().isEmpty()) {
            builder.withDetail(
                    "problems",
                    status.problems().stream().map(JdbcUrls::withoutSecretsIn).toList());
        }
    }

    private Status of(Standing standing) {
        return switch (standing) {
            case FAILED -> new Status(statuses.failed());
            case DIVERGED -> new Status(statuses.diverged());
            case PENDING -> new Status(statuses.pending());
            case MODIFIED -> new Status(statuses.modified());
            case AHEAD -> new Status(statuses.ahead());
            case CURRENT -> Status.UP;
        };
    }

    private static String problem(@Nullable RuntimeException fault) {
        return fault == null ? "" : JdbcUrls.messageWithoutSecrets(fault);
    }
}
