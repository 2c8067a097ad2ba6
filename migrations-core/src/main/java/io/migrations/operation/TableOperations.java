/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations on whole tables. Tables are named {@code orders} or {@code billing.orders}, see {@link Name#of}. */
public interface TableOperations extends Vocabulary {

    /** Creates a table of columns and constraints, see {@link TableElement}: Alembic's {@code create_table}. */
    default void createTable(String table, TableElement... elements) {
        createTable(table, List.of(elements), create -> create);
    }

    /** Creates a table with more to it: {@code create -> create.comment("...").partitionBy("RANGE (day)")}. */
    default void createTable(
            String table, Collection<? extends TableElement> elements, UnaryOperator<CreateTable> options) {
        invoke(options.apply(CreateTable.of(table, elements)));
    }

    /** Drops a table, with no way back: Alembic's {@code drop_table}. */
    default void dropTable(String table) {
        dropTable(table, drop -> drop);
    }

    /** Drops a table with more to it: {@code drop -> drop.cascade()}. */
    default void dropTable(String table, UnaryOperator<DropTable> options) {
        invoke(options.apply(DropTable.of(table)));
    }

    /**
     * Drops a table of which is known what it is, so that it can be brought back.
     *
     * @param alongside what goes with it, such as its indexes
     */
    default void dropTable(CreateTable original, Operation... alongside) {
        var drop = new DropTable(original.table(), DropMode.PLAIN, List.of());
        invoke(drop.original(original, alongside));
    }

    /**
     * Renames a table within its schema.
     *
     * @param table as it is called before
     */
    default void renameTable(String table, String newName) {
        invoke(new RenameTable(Name.of(table), newName));
    }

    /** Moves a table to another schema. */
    default void setTableSchema(String table, String newSchema) {
        invoke(new SetTableSchema(Name.of(table), newSchema));
    }

    /** Says what a table is for: Alembic's {@code create_table_comment}, where there is none before. */
    default void createTableComment(String table, String comment) {
        createTableComment(table, comment, null);
    }

    /** The same, where something else is said before. */
    default void createTableComment(String table, String comment, @Nullable String existingComment) {
        invoke(CommentOn.of(DatabaseObject.table(table), comment).existing(existingComment));
    }

    /** Removes the comment of a table, with no way back: Alembic's {@code drop_table_comment}. */
    default void dropTableComment(String table) {
        invoke(CommentOn.of(DatabaseObject.table(table), null));
    }

    /** The same, with what it says before. */
    default void dropTableComment(String table, String existingComment) {
        invoke(CommentOn.of(DatabaseObject.table(table), null).existing(existingComment));
    }

    /**
     * Several operations on one table, whose name they leave out: Alembic's {@code batch_alter_table}.
     *
     * @param batch {@code batch -> { batch.addColumn(...); batch.dropColumn(...); }}
     */
    default void batchAlterTable(String table, Consumer<TableBatch> batch) {
        batch.accept(new TableBatch(Name.of(table), this));
    }
}
