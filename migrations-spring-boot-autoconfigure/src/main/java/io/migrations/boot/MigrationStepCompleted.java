/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.CompletedStep;

/**
 * Application event: a step is done and committed.
 *
 * @param completed the step, and how long it took
 */
public record MigrationStepCompleted(CompletedStep completed) {}
