/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Operations on one table, whose name is left out: Alembic's {@code batch_alter_table}. They are the ordinary ones, each
 * with its statements.
 */
public final class TableBatch {

    private final Name table;
    private final Vocabulary vocabulary;

    TableBatch(Name table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    /** See {@link ColumnOperations#addColumn(String, Column)}. */
    public void addColumn(Column column) {
        vocabulary.invoke(new AddColumn(table, column, false));
    }

    /** See {@link ColumnOperations#dropColumn(String, String)}. */
    public void dropColumn(String column) {
        dropColumn(column, drop -> drop);
    }

    /** See {@link ColumnOperations#dropColumn(String, Column)}. */
    public void dropColumn(Column original) {
        dropColumn(original.name(), drop -> drop.original(original));
    }

    /** See {@link ColumnOperations#dropColumn(String, String, UnaryOperator)}. */
    public void dropColumn(String column, UnaryOperator<DropColumn> options) {
        vocabulary.invoke(options.apply(new DropColumn(table, column, DropMode.PLAIN, List.of())));
    }

    /** See {@link ColumnOperations#alterColumn(String, String, UnaryOperator)}. */
    public void alterColumn(String column, UnaryOperator<AlterColumn> changes) {
        vocabulary.invoke(ColumnChanges.requireSome(changes.apply(AlterColumn.of(table, column))));
    }

    /** See {@link ColumnOperations#renameColumn(String, String, String)}. */
    public void renameColumn(String column, String newName) {
        alterColumn(column, alter -> alter.newColumnName(newName));
    }

    /** See {@link ConstraintOperations#createPrimaryKey(String, String, String...)}. */
    public void createPrimaryKey(String constraintName, String... columns) {
        createConstraint(PrimaryKey.of(constraintName, List.of(columns)));
    }

    /** See {@link ConstraintOperations#createUniqueConstraint(String, String, String...)}. */
    public void createUniqueConstraint(String constraintName, String... columns) {
        createConstraint(Unique.of(constraintName, List.of(columns)));
    }

    /** See {@link ConstraintOperations#createUniqueConstraint(String, String, List, UnaryOperator)}. */
    public void createUniqueConstraint(String constraintName, List<String> columns, UnaryOperator<Unique> options) {
        createConstraint(options.apply(Unique.of(constraintName, columns)));
    }

    /** See {@link ConstraintOperations#createForeignKey(String, String, String, String, String)}. */
    public void createForeignKey(String constraintName, String referentTable, String localColumn, String remoteColumn) {
        createConstraint(ForeignKey.of(constraintName, List.of(localColumn), referentTable, List.of(remoteColumn)));
    }

    /** See {@link ConstraintOperations#createForeignKey(String, String, String, List, List, UnaryOperator)}. */
    public void createForeignKey(
            String constraintName,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns,
            UnaryOperator<ForeignKey> options) {
        createConstraint(options.apply(ForeignKey.of(constraintName, localColumns, referentTable, remoteColumns)));
    }

    /** See {@link ConstraintOperations#createCheckConstraint(String, String, String)}. */
    public void createCheckConstraint(String constraintName, String condition) {
        createConstraint(Check.of(constraintName, condition));
    }

    /** Adds any constraint, with all that can be said of it: {@code foreignKey("a", "b", "id").named("fk").notValid()}. */
    public void createConstraint(TableConstraint constraint) {
        vocabulary.invoke(new AddConstraint(table, constraint));
    }

    /** See {@link ConstraintOperations#dropConstraint(String, String)}. */
    public void dropConstraint(String constraintName) {
        dropConstraint(constraintName, drop -> drop);
    }

    /** See {@link ConstraintOperations#dropConstraint(String, String, UnaryOperator)}. */
    public void dropConstraint(String constraintName, UnaryOperator<DropConstraint> options) {
        vocabulary.invoke(options.apply(new DropConstraint(table, constraintName, DropMode.PLAIN, null)));
    }

    /** See {@link ConstraintOperations#renameConstraint(String, String, String)}. */
    public void renameConstraint(String constraintName, String newName) {
        vocabulary.invoke(new RenameConstraint(table, constraintName, newName));
    }

    /** See {@link IndexOperations#createIndex(String, String, String...)}. */
    public void createIndex(String name, String... columns) {
        createIndex(name, List.of(columns), index -> index);
    }

    /** See {@link IndexOperations#createIndex(String, String, Collection, UnaryOperator)}. */
    public void createIndex(String name, Collection<?> columns, UnaryOperator<CreateIndex> options) {
        vocabulary.invoke(options.apply(CreateIndex.of(name, table, columns)));
    }

    /** See {@link IndexOperations#dropIndex(String)}; the index is in the schema of the table. */
    public void dropIndex(String name) {
        dropIndex(name, drop -> drop);
    }

    /** See {@link IndexOperations#dropIndex(CreateIndex)}. */
    public void dropIndex(CreateIndex original) {
        vocabulary.invoke(DropIndex.of(original));
    }

    /** See {@link IndexOperations#dropIndex(String, UnaryOperator)}; the index is in the schema of the table. */
    public void dropIndex(String name, UnaryOperator<DropIndex> options) {
        vocabulary.invoke(options.apply(new DropIndex(table.sibling(name), false, DropMode.PLAIN, null)));
    }
}
