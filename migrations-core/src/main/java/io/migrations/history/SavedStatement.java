/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

/**
 * What gives an object, once it is made anew, something back that it had: its owner, a privilege, a comment, an index.
 *
 * @param object the object as the history names it: {@code public.order_totals}, {@code public.total(integer)}
 * @param last whether it comes after all statements of the script, which may do the same
 * @param statement the statement, with every name qualified
 */
public record SavedStatement(String object, boolean last, String statement) {}
