/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AlterColumn;
import io.migrations.operation.ColumnChange;
import io.migrations.operation.Operation;
import io.migrations.operation.RenameEnumValue;
import io.migrations.operation.RenameTable;
import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is called otherwise, and that a person has said to be the same. Nobody else can know: a column that is
 * gone and one that has come look like one that was renamed.
 *
 * @param object a table, a column, a schema, a sequence, or a type; an enum for one of its values
 * @param value the value of the enum, where that is renamed
 * @param newName what it is called then, without a schema
 */
public record Rename(ObjectKey object, @Nullable String value, String newName) {

    /** What renames it. */
    public Operation operation() {
        return switch (object.kind()) {
            case TABLE -> new RenameTable(Naming.name(object), newName);
            case COLUMN ->
                new AlterColumn(
                        Naming.whole(object), object.name(), List.of(new ColumnChange.Rename(newName)), List.of());
            case ENUM -> value == null ? statement("TYPE") : new RenameEnumValue(Naming.name(object), value, newName);
            case COMPOSITE, RANGE -> statement("TYPE");
            default -> statement(object.kind().name());
        };
    }

    /** The same the other way round. */
    public Rename reversed() {
        return value == null
                ? new Rename(
                        new ObjectKey(object.kind(), object.schema(), object.of(), newName, object.arguments()),
                        null,
                        object.name())
                : new Rename(object, newName, value);
    }

    /** As a person is asked: {@code column 'qty' of 'public.orders' renamed to 'quantity'}. */
    @Override
    public String toString() {
        return "%s renamed to '%s'".formatted(value == null ? object : "value '" + value + "' of " + object, newName);
    }

    private Operation statement(String kind) {
        return Rendering.sql(
                        "ALTER %s %s RENAME TO %s".formatted(kind, Naming.sql(object), Identifiers.quoted(newName)))
                .operation();
    }
}
