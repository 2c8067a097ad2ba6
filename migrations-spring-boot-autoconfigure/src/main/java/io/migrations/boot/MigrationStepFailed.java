/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.revision.Step;

/**
 * Application event: a step failed, or a hook around it, and is not tried again.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param fault why it failed
 */
public record MigrationStepFailed(String migrator, Step step, RuntimeException fault) {}
