/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/**
 * One object that could not be without another: a row of {@code pg_depend}.
 *
 * @param automatic whether the dependent goes by itself when the referenced is dropped, without CASCADE
 */
public record Dependency(ObjectKey dependent, ObjectKey referenced, boolean automatic) {}
