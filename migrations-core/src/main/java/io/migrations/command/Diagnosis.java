/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import org.jspecify.annotations.Nullable;

/**
 * A fault explained to a person.
 *
 * @param description what happened, and what state the database is in
 * @param action what to do next, where that is known
 */
public record Diagnosis(String description, @Nullable String action) {}
