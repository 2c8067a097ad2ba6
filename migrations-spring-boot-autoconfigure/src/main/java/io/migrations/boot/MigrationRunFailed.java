/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.revision.Plan;

/**
 * Application event: a run that had started has failed, its lock and its connection are given back.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param plan what it was about to do
 * @param fault why it failed
 */
public record MigrationRunFailed(String migrator, Plan plan, RuntimeException fault) {}
