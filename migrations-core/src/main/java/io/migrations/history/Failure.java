/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed, for the journal.
 *
 * @param statement the failing statement, cut to a readable length
 * @param sqlState the server's code
 * @param message the server's message
 */
public record Failure(@Nullable String statement, @Nullable String sqlState, String message) {}
