/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.RunResult;

/**
 * Application event: a run that had started is done, its lock and its connection are given back.
 *
 * @param migrator the name of the migrator, as {@link Migrators} has it
 * @param result what it did
 */
public record MigrationRunCompleted(String migrator, RunResult result) {}
