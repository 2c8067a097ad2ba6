/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.CompletedStep;

/**
 * Application event: a step is done and committed.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param completed the step, and how long it took
 */
public record MigrationStepCompleted(String migrator, CompletedStep completed) {}
