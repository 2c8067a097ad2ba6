/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/**
 * {@code CALL} or {@code DO} of code that may commit as it goes: how far it came is known to nobody but its author.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-transactions.html">Transaction Management</a>
 */
record UnfinishedRoutine() implements UnfinishedStatement {

    /** Only ever asked where an attempt ended before the routine began. */
    @Override
    public Finding find(Aftermath aftermath) {
        return Finding.again();
    }

    /**
     * Whether the server refused it before any of its code ran: it does not know it, or may not run it.
     *
     * @param failure what it said
     */
    static boolean isRefused(StatementFailure failure) {
        return failure.sqlState() != null && failure.sqlState().startsWith("42") && failure.context() == null;
    }
}
