/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AddConstraint;
import io.migrations.operation.Check;
import io.migrations.operation.DropConstraint;
import io.migrations.operation.Exclude;
import io.migrations.operation.ForeignKey;
import io.migrations.operation.NotNull;
import io.migrations.operation.Operation;
import io.migrations.operation.PrimaryKey;
import io.migrations.operation.RenameConstraint;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.Unique;
import io.migrations.operation.ValidateConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints of tables that are there, as calls in Java. */
final class JavaKeys implements JavaCalls {

    private final JavaValues values;
    private final JavaConstraints constraints;

    JavaKeys(JavaValues values) {
        this.values = values;
        this.constraints = new JavaConstraints(values);
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof AddConstraint add) {
            String name = add.constraint().name();
            return name == null ? null : add(values.text(name), values.name(add.table()), add.constraint());
        }
        if (operation instanceof DropConstraint drop) {
            Chain options = Chain.of("drop")
                    .callIf(drop.mode().ifExists(), "ifExists")
                    .callIf(drop.mode().cascade(), "cascade");
            return JavaCalls.call(
                    "dropConstraint", "drop", options, values.text(drop.name()), values.name(drop.table()));
        }
        if (operation instanceof RenameConstraint rename) {
            return JavaCalls.call(
                    "renameConstraint",
                    values.name(rename.table()),
                    values.text(rename.name()),
                    values.text(rename.newName()));
        }
        return operation instanceof ValidateConstraint validate
                ? JavaCalls.call("validateConstraint", values.text(validate.name()), values.name(validate.table()))
                : null;
    }

    private @Nullable String add(String name, String table, TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            Chain options = constraints.options(Chain.of("key"), key);
            return onColumns("createPrimaryKey", "key", options, name, table, key.columns());
        }
        if (constraint instanceof Unique unique) {
            Chain options = constraints.options(Chain.of("unique"), unique);
            return onColumns("createUniqueConstraint", "unique", options, name, table, unique.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(name, table, key);
        }
        if (constraint instanceof Check check) {
            Chain options = constraints.options(Chain.of("check"), check);
            String condition = values.text(check.condition().text());
            return JavaCalls.call("createCheckConstraint", "check", options, name, table, condition);
        }
        if (constraint instanceof NotNull notNull) {
            Chain options = constraints.options(Chain.of("notNull"), notNull);
            String column = values.text(notNull.column());
            return JavaCalls.call("createNotNullConstraint", "notNull", options, name, table, column);
        }
        Chain elements = constraints.options(Chain.of("exclude"), (Exclude) constraint);
        return elements.isEmpty() || ((Exclude) constraint).method() == null
                ? null
                : JavaCalls.call("createExcludeConstraint", "exclude", elements, name, table);
    }

    private String onColumns(
            String method, String parameter, Chain options, String name, String table, List<String> columns) {
        return options.isEmpty()
                ? JavaCalls.call(method, name, table, values.texts(columns))
                : JavaCalls.call(method, parameter, options, name, table, values.listOfTexts(columns));
    }

    private String foreignKey(String name, String table, ForeignKey key) {
        Chain options = constraints.options(Chain.of("key"), key);
        String referent = values.name(key.reference().table());
        List<String> local = key.columns();
        List<String> remote = key.reference().columns();
        boolean isShort = options.isEmpty() && local.size() == 1 && remote.size() == 1;
        return JavaCalls.call(
                "createForeignKey",
                "key",
                options,
                name,
                table,
                referent,
                isShort ? values.texts(local) : values.listOfTexts(local),
                isShort ? values.texts(remote) : values.listOfTexts(remote));
    }
}
