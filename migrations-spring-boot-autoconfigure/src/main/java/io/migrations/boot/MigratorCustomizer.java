/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.Migrator;

/**
 * Changes the {@link Migrator} beans of an application before anything uses them, such as by a listener that has to know
 * which database it is told of. Beans of this type are made before the migration: they must need neither a JdbcTemplate nor
 * a repository. Called once for each migrator, by one thread.
 */
@FunctionalInterface
public interface MigratorCustomizer {

    /**
     * Customizes.
     *
     * @param name of the migrator, as {@link Migrators} has it
     * @return what the application is to use in its place
     */
    Migrator customize(String name, Migrator migrator);
}
