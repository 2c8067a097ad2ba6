/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/**
 * SQL that belongs to no revision and runs around them.
 *
 * @param point when it runs
 * @param script its statements; transactional unless it has one that refuses transactions
 */
public record Hook(HookPoint point, Script script) {}
