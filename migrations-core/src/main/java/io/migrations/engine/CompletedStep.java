/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import java.time.Duration;

/** A step that is done and committed, and how long it took. */
public record CompletedStep(Step step, Duration duration) {}
