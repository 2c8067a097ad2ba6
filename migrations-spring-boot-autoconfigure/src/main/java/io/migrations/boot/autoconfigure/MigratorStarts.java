/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.MigratorStart;
import io.migrations.boot.Migrators;
import io.migrations.boot.StartupMode;
import io.migrations.engine.Migrator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** What a start does to each database of an application. */
final class MigratorStarts {

    private MigratorStarts() {}

    /**
     * Decides.
     *
     * @param properties of every migrator that is none of the instances
     * @throws FailureAnalyzedException if two keep their history in the same tables: each would find the other's revisions
     */
    static List<MigratorStart> of(Migrators migrators, Instances instances, MigrationsProperties properties) {
        requireHistoriesApart(migrators);
        List<MigratorStart> starts = new ArrayList<>();
        migrators.byName().forEach((name, migrator) -> {
            MigrationsProperties own = instances.byName().getOrDefault(name, properties);
            starts.add(new MigratorStart(
                    name,
                    migrator,
                    // Where beans are decided on ahead of time, this is the first to hear of it.
                    own.enabled() ? own.startup().mode() : StartupMode.OFF,
                    own.target(),
                    own.startup().waitTimeout()));
        });
        return starts;
    }

    private static void requireHistoriesApart(Migrators migrators) {
        Map<Object, String> names = new LinkedHashMap<>();
        migrators.byName().forEach((name, migrator) -> {
            String other = names.put(history(migrator), name);
            if (other != null) {
                throw new FailureAnalyzedException(
                        "The migrators '%s' and '%s' keep their history in the same tables of one DataSource: each would take the other's revisions for unknown ones."
                                .formatted(other, name),
                        "Give one of them another 'data-source' or 'url', or another 'schema' for its history.");
            }
        });
    }

    private static Object history(Migrator migrator) {
        return List.of(migrator.dataSource(), migrator.settings().tables());
    }
}
