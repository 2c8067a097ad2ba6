/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.revision.Step;

/**
 * Application event: a step failed, or a hook around it, and is not tried again.
 *
 * @param fault why it failed
 */
public record MigrationStepFailed(Step step, RuntimeException fault) {}
