/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * A line comment outside every quote and block comment, between statements or between the tokens of one.
 *
 * @param text as written, with its dashes and without its line end
 * @param offset where it starts in the script, counted in UTF-16 units
 */
public record Comment(String text, int offset, Position position) {}
