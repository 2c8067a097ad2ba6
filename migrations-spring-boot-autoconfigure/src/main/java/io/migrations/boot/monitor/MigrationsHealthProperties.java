/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The {@code migrations.health.*} properties.
 *
 * @param timeToLive How old what is known of the database may be before it is read again for health, info and metrics.
 */
@ConfigurationProperties("migrations.health")
public record MigrationsHealthProperties(
        @DefaultValue("1m") Duration timeToLive,
        @DefaultValue Status status) {

    /**
     * The health status that each state of the database means. Of several that apply, the first one named here counts.
     *
     * @param unknown Health status of a database that cannot be read.
     * @param failed Health status if the last attempt at a revision failed or was interrupted.
     * @param diverged Health status if revisions are pending, and others applied that this build does not know.
     * @param pending Health status if revisions are pending.
     * @param modified Health status if a script was changed after its revision was applied.
     * @param ahead Health status if a newer build's revisions are applied.
     */
    public record Status(
            @DefaultValue("DOWN") String unknown,
            @DefaultValue("OUT_OF_SERVICE") String failed,
            @DefaultValue("OUT_OF_SERVICE") String diverged,
            @DefaultValue("OUT_OF_SERVICE") String pending,
            @DefaultValue("UP") String modified,
            @DefaultValue("UP") String ahead) {}
}
