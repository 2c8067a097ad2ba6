/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

/**
 * A row of the journal and whether it can be believed.
 *
 * @param id its id in the table, ascending in the order the rows were written
 * @param entry what it says
 * @param follows whether its hash is that of its content and of the hash in the row before
 */
public record JournalRow(long id, JournalEntry entry, boolean follows) {}
