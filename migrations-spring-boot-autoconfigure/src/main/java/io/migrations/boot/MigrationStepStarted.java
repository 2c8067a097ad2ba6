/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.revision.Step;

/**
 * Application event: a step begins; one that is tried again begins again.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param index which of the run's steps, the first being 1
 * @param total how many steps the run has
 */
public record MigrationStepStarted(String migrator, Step step, int index, int total) {}
