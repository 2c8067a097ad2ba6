/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.Migrator;
import java.time.Duration;
import java.util.List;

/**
 * What a start does to one database. Immutable.
 *
 * @param name of the migrator, as {@link Migrators} has it
 * @param targets where the database should be, such as {@code head}, {@code heads} or a revision id
 * @param waitTimeout how long {@link StartupMode#WAIT} waits for another process
 */
public record MigratorStart(
        String name, Migrator migrator, StartupMode mode, List<String> targets, Duration waitTimeout) {

    public MigratorStart {
        targets = List.copyOf(targets);
    }
}
