/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.revision.Plan;

/**
 * Application event: a run has the migration lock and has found something to do.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param plan what it is about to do
 */
public record MigrationRunStarted(String migrator, Plan plan) {}
