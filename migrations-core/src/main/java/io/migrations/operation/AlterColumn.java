/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.operation.ColumnChange.AddIdentity;
import io.migrations.operation.ColumnChange.DropExpression;
import io.migrations.operation.ColumnChange.DropIdentity;
import io.migrations.operation.ColumnChange.Rename;
import io.migrations.operation.ColumnChange.SetComment;
import io.migrations.operation.ColumnChange.SetCompression;
import io.migrations.operation.ColumnChange.SetDefault;
import io.migrations.operation.ColumnChange.SetExpression;
import io.migrations.operation.ColumnChange.SetIdentity;
import io.migrations.operation.ColumnChange.SetNullable;
import io.migrations.operation.ColumnChange.SetStatistics;
import io.migrations.operation.ColumnChange.SetStorage;
import io.migrations.operation.ColumnChange.SetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... ALTER COLUMN}: Alembic's {@code alter_column}, in its order: type, NOT NULL, default or identity,
 * how it is kept, comment, name.
 *
 * @param column as it is called before
 * @param changes what is different afterwards
 * @param existing what is known of it before, as the changes that bring it back
 */
public record AlterColumn(Name table, String column, List<ColumnChange> changes, List<ColumnChange> existing)
        implements Operation {

    public AlterColumn {
        Names.require("column", column);
        changes = List.copyOf(changes);
        existing = List.copyOf(existing);
    }

    /** A column of which nothing changes yet. */
    public static AlterColumn of(Name table, String column) {
        return new AlterColumn(table, column, List.of(), List.of());
    }

    /** Another type. Where the column has a default, give that as {@link #existingServerDefault}, so that it comes back. */
    public AlterColumn type(Type type) {
        return changing(new SetType(type, null, null));
    }

    /**
     * How old values become new ones, as SQL: Alembic's {@code postgresql_using}.
     *
     * @throws InvalidOperationException without a type before it
     */
    public AlterColumn using(String expression) {
        SetType set = newType("using");
        return changing(new SetType(set.type(), set.collation(), new Sql(expression)));
    }

    /** The order of the text of the new type. */
    public AlterColumn collate(String collation) {
        SetType set = newType("collate");
        return changing(new SetType(set.type(), Name.of(collation), set.using()));
    }

    /** Whether it may be null. */
    public AlterColumn nullable(boolean yes) {
        return changing(new SetNullable(yes));
    }

    /** Another default: a value of Java as a constant, an expression by {@link Sql#sql}, or null to remove it. */
    public AlterColumn serverDefault(@Nullable Object value) {
        return changing(new SetDefault(value == null ? null : Defaults.of(value)));
    }

    /** Becomes numbered by a sequence of its own; it has to be NOT NULL. */
    public AlterColumn addIdentity(Identity identity) {
        return changing(new AddIdentity(identity));
    }

    /** Is numbered in another way; what the identity does not say stays. */
    public AlterColumn setIdentity(Identity identity) {
        return changing(new SetIdentity(identity, null));
    }

    /** Is no longer numbered. An identity that comes back counts from its start again. */
    public AlterColumn dropIdentity() {
        return changing(new DropIdentity());
    }

    /** Is computed by another expression, as SQL; PostgreSQL 17 and later. */
    public AlterColumn expression(String expression) {
        return changing(new SetExpression(new Sql(expression)));
    }

    /** Is no longer computed; PostgreSQL has no way back. */
    public AlterColumn dropExpression() {
        return changing(new DropExpression());
    }

    /** Keeps long values elsewhere. */
    public AlterColumn storage(Storage storage) {
        return changing(new SetStorage(storage));
    }

    /** Compresses long values by another method: {@code pglz}, {@code lz4}, {@code default}. */
    public AlterColumn compression(String method) {
        return changing(new SetCompression(method));
    }

    /** Has so many values looked at by ANALYZE; -1 for the server's default. */
    public AlterColumn statistics(int target) {
        return changing(new SetStatistics(target));
    }

    /** Another comment, or null to remove it. */
    public AlterColumn comment(@Nullable String text) {
        return changing(new SetComment(text));
    }

    /** Another name. */
    public AlterColumn newColumnName(String name) {
        return changing(new Rename(name));
    }

    /** The type before. Values come back as an UPDATE assigns them: refused where too long, and numbers rounded. */
    public AlterColumn existingType(Type type) {
        return knowing(new SetType(type, null, null));
    }

    /** The type before, its collation if it has one, and how values come back, as SQL. */
    public AlterColumn existingType(Type type, @Nullable String collation, @Nullable String using) {
        Name order = collation == null ? null : Name.of(collation);
        return knowing(new SetType(type, order, using == null ? null : new Sql(using)));
    }

    /** Whether it may be null before. */
    public AlterColumn existingNullable(boolean yes) {
        return knowing(new SetNullable(yes));
    }

    /** The default before; null where there is none. */
    public AlterColumn existingServerDefault(@Nullable Object value) {
        return knowing(new SetDefault(value == null ? null : Defaults.of(value)));
    }

    /** The identity before, with all that is not PostgreSQL's default; it counts from its start again. */
    public AlterColumn existingIdentity(Identity identity) {
        return knowing(new AddIdentity(identity));
    }

    /** The expression before, as SQL. */
    public AlterColumn existingExpression(String expression) {
        return knowing(new SetExpression(new Sql(expression)));
    }

    /** Where long values are kept before. */
    public AlterColumn existingStorage(Storage storage) {
        return knowing(new SetStorage(storage));
    }

    /** How long values are compressed before; {@code default} where nothing says how. */
    public AlterColumn existingCompression(String method) {
        return knowing(new SetCompression(method));
    }

    /** The statistics target before; -1 where nothing says one. */
    public AlterColumn existingStatistics(int target) {
        return knowing(new SetStatistics(target));
    }

    /** The comment before; null where there is none. */
    public AlterColumn existingComment(@Nullable String text) {
        return knowing(new SetComment(text));
    }

    @Override
    public List<String> statements() {
        return ColumnChanges.ordered(changes).stream()
                .flatMap(change -> change.statements(table, column).stream())
                .toList();
    }

    @Override
    public Inverse inverse() {
        return ColumnUndo.of(this);
    }

    private SetType newType(String argument) {
        return ColumnChanges.find(changes, SetType.class)
                .orElseThrow(() -> new InvalidOperationException(
                        "'%s' of the column '%s' is about a new type, and there is none.".formatted(argument, column),
                        "Give type(...) before it."));
    }

    private AlterColumn changing(ColumnChange change) {
        return new AlterColumn(table, column, ColumnChanges.with(changes, change), existing);
    }

    private AlterColumn knowing(ColumnChange before) {
        return new AlterColumn(table, column, changes, ColumnChanges.with(existing, before));
    }
}
