/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.engine.MigrationStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** {@link InfoContributor} that tells where each database stands, as far as that is known without waiting for it. */
final class MigrationsInfoContributor implements InfoContributor {

    private final KnownStatuses statuses;

    MigrationsInfoContributor(KnownStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Object> migrators = new LinkedHashMap<>();
        statuses.byName()
                .forEach((name, known) -> known.last().ifPresent(status -> migrators.put(name, shown(status))));
        builder.withDetail("migrations", migrators);
    }

    private static Map<String, Object> shown(MigrationStatus status) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("state", status.state().name().toLowerCase(Locale.ROOT));
        shown.put("heads", status.databaseHeads());
        shown.put("pending", status.pending());
        return shown;
    }
}
