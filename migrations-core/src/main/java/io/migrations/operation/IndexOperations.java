/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Operations on indexes. Names of columns are as they are; names of tables and indexes are read by {@link Name#of}. */
public interface IndexOperations extends Vocabulary {

    /** Creates an index on some columns: Alembic's {@code create_index}. */
    default void createIndex(String name, String table, String... columns) {
        createIndex(name, table, List.of(columns));
    }

    /**
     * Creates an index.
     *
     * @param columns names of columns, expressions by {@link Sql#sql}, {@link IndexElement}s
     */
    default void createIndex(String name, String table, Collection<?> columns) {
        createIndex(name, table, columns, index -> index);
    }

    /**
     * Creates an index with more to it: {@code index -> index.using("gin").concurrently()}.
     *
     * @param columns names of columns, expressions by {@link Sql#sql}, {@link IndexElement}s
     */
    default void createIndex(String name, String table, Collection<?> columns, UnaryOperator<CreateIndex> options) {
        invoke(options.apply(CreateIndex.of(name, table, columns)));
    }

    /** Drops an index, with no way back: Alembic's {@code drop_index}. */
    default void dropIndex(String name) {
        dropIndex(name, drop -> drop);
    }

    /** Drops an index with more to it: {@code drop -> drop.concurrently().original(...)}. */
    default void dropIndex(String name, UnaryOperator<DropIndex> options) {
        invoke(options.apply(DropIndex.of(name)));
    }

    /** Drops an index of which is known what it is, so that it can be brought back. */
    default void dropIndex(CreateIndex original) {
        invoke(DropIndex.of(original));
    }

    /** Renames an index within its schema. */
    default void renameIndex(String index, String newName) {
        invoke(new RenameIndex(Name.of(index), newName));
    }
}
