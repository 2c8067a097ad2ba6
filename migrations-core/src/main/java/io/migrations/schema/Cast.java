/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/**
 * A cast that the server knows: a row of {@code pg_cast}.
 *
 * @param source the type it takes, as {@code format_type} prints it
 * @param target the type it makes
 * @param context {@code i} where it is applied by itself, {@code a} in assignments, {@code e} only where it is written
 */
public record Cast(String source, String target, char context) {}
