/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.MigrationException;

/** One of an application's several migrators failed, or could not be made. What is wrong is the cause. */
public final class MigratorFailedException extends MigrationException {

    private final String migrator;

    public MigratorFailedException(String migrator, RuntimeException cause) {
        super("The migrator '%s' failed: %s".formatted(migrator, cause.getMessage()), cause);
        this.migrator = migrator;
    }

    /** Its name, as {@link Migrators} has it. */
    public String migrator() {
        return migrator;
    }
}
