/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Duration;

/** A repeatable script that ran and is committed, and how long it took. */
public record CompletedRepeatable(String name, Duration duration) {}
