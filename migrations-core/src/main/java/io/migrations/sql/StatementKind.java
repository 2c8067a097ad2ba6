/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** What a statement means for whoever runs it: may it stand in a transaction, does it bring data, does it outlive both. */
public enum StatementKind {

    /** Runs inside a transaction and leaves nothing behind but what it did to the database. */
    ORDINARY,

    /**
     * Starts, ends or prepares a transaction. {@code SAVEPOINT}, {@code RELEASE} and {@code ROLLBACK TO} are not of this
     * kind: they stay inside theirs.
     */
    TRANSACTION_CONTROL,

    /**
     * PostgreSQL refuses it inside a transaction block (SQLSTATE 25001). Decided by the text alone, so what depends on
     * the catalog is not seen: {@code REINDEX TABLE} and {@code CLUSTER} of a partitioned table, or a procedure that
     * commits.
     */
    NON_TRANSACTIONAL,

    /** {@code COPY … FROM STDIN}; its rows are in {@link Statement#copyData()}. */
    COPY_FROM_STDIN,

    /**
     * May change session state that outlives a transaction: a setting, a role, a temporary table, a prepared statement,
     * a session lock. It does so by itself, or through code that it calls.
     */
    SESSION
}
