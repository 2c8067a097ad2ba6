/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AddColumn;
import io.migrations.operation.AlterColumn;
import io.migrations.operation.Check;
import io.migrations.operation.Column;
import io.migrations.operation.ColumnChange;
import io.migrations.operation.ColumnContent;
import io.migrations.operation.ColumnLook;
import io.migrations.operation.DropColumn;
import io.migrations.operation.ForeignKey;
import io.migrations.operation.Generated;
import io.migrations.operation.Identity;
import io.migrations.operation.Operation;
import io.migrations.operation.PrimaryKey;
import io.migrations.operation.Storage;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.TableElement;
import io.migrations.operation.Unique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns as expressions of Java, and what is done to them as calls. */
final class JavaColumns implements JavaCalls {

    private final JavaValues values;

    JavaColumns(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof AddColumn add) {
            Chain options = Chain.of("add").callIf(add.unlessExists(), "ifNotExists");
            return JavaCalls.call("addColumn", "add", options, values.name(add.table()), column(add.column()));
        }
        if (operation instanceof DropColumn drop) {
            Chain options = Chain.of("drop")
                    .callIf(drop.mode().ifExists(), "ifExists")
                    .callIf(drop.mode().cascade(), "cascade");
            return JavaCalls.call("dropColumn", "drop", options, values.name(drop.table()), values.text(drop.column()));
        }
        return operation instanceof AlterColumn alter ? alter(alter) : null;
    }

    String column(Column column) {
        Chain chain = Chain.of("%s(%s, %s)"
                .formatted(
                        values.member(TableElement.class, "column"),
                        values.text(column.name()),
                        values.type(column.type())));
        ColumnContent content = column.content();
        if (content != null && content.identity() != null) {
            boolean isUsual = content.identity().equals(Identity.byDefault());
            chain.call("identity", isUsual ? new String[0] : new String[] {values.identity(content.identity())});
        }
        chain.callIf(!column.nullable(), "notNull");
        if (content != null) {
            chain.callIfGiven("serverDefault", content.serverDefault(), values::value);
            generated(chain, content.generated());
        }
        ColumnLook look = column.look();
        chain.callIfGiven("collate", column.collation(), values::name)
                .callIfGiven("storage", look.storage(), this::storage)
                .callIfGiven("compression", look.compression(), values::text)
                .callIfGiven("comment", look.comment(), values::text);
        column.constraints().forEach(constraint -> constraint(chain, column.name(), constraint));
        return chain.toString();
    }

    private void generated(Chain chain, @Nullable Generated generated) {
        if (generated != null) {
            chain.call(
                    generated.stored() ? "generatedStored" : "generatedVirtual",
                    values.text(generated.expression().text()));
        }
    }

    private String storage(Storage storage) {
        return values.constant(storage);
    }

    private void constraint(Chain chain, String column, TableConstraint constraint) {
        if (constraint.equals(TableElement.primaryKey(column))) {
            chain.call("primaryKey");
        } else if (constraint instanceof PrimaryKey key
                && key.name() != null
                && key.equals(TableElement.primaryKey(column).named(key.name()))) {
            chain.call("primaryKey", values.text(key.name()));
        } else if (constraint.equals(TableElement.unique(column))) {
            chain.call("unique");
        } else if (constraint instanceof Unique unique
                && unique.name() != null
                && unique.columns().equals(List.of(column))) {
            Chain options = new JavaConstraints(values).options(Chain.of("unique"), unique);
            chain.call("unique", values.text(unique.name()), "unique -> " + options);
        } else if (constraint instanceof ForeignKey key && isOf(key, column)) {
            references(chain, key);
        } else if (constraint instanceof Check check
                && check.name() != null
                && check.equals(
                        TableElement.check(check.name(), check.condition().text()))) {
            chain.call(
                    "check",
                    values.text(check.name()),
                    values.text(check.condition().text()));
        } else {
            chain.call("constraint", new JavaConstraints(values).element(constraint));
        }
    }

    private static boolean isOf(ForeignKey key, String column) {
        return key.columns().equals(List.of(column))
                && key.reference().columns().size() == 1;
    }

    private void references(Chain chain, ForeignKey key) {
        Chain options = new JavaConstraints(values)
                .options(Chain.of("key").callIfGiven("named", key.name(), values::text), key);
        String table = values.name(key.reference().table());
        String column = values.texts(key.reference().columns());
        if (options.isEmpty()) {
            chain.call("references", table, column);
        } else {
            chain.call("references", table, column, "key -> " + options);
        }
    }

    private @Nullable String alter(AlterColumn alter) {
        String table = values.name(alter.table());
        String column = values.text(alter.column());
        if (alter.changes().size() == 1 && alter.changes().get(0) instanceof ColumnChange.Rename rename) {
            return JavaCalls.call("renameColumn", table, column, values.text(rename.newName()));
        }
        Chain changes = Chain.of("column");
        for (ColumnChange change : alter.changes()) {
            if (!say(changes, change)) {
                return null;
            }
        }
        return changes.isEmpty() ? null : JavaCalls.call("alterColumn", "column", changes, table, column);
    }

    private boolean say(Chain changes, ColumnChange change) {
        if (change instanceof ColumnChange.SetType set) {
            changes.call("type", values.type(set.type()))
                    .callIfGiven("collate", set.collation(), values::name)
                    .callIfGiven("using", set.using(), using -> values.text(using.text()));
        } else if (change instanceof ColumnChange.SetNullable set) {
            changes.call("nullable", String.valueOf(set.nullable()));
        } else if (change instanceof ColumnChange.SetDefault set) {
            changes.call("serverDefault", set.value() == null ? "null" : values.value(set.value()));
        } else if (change instanceof ColumnChange.AddIdentity add) {
            changes.call("addIdentity", values.identity(add.identity()));
        } else if (change instanceof ColumnChange.SetIdentity set) {
            changes.call("setIdentity", values.identity(set.identity()));
            return set.before() == null;
        } else if (change instanceof ColumnChange.SetExpression set) {
            changes.call("expression", values.text(set.expression().text()));
        } else if (change instanceof ColumnChange.SetComment set) {
            changes.call("comment", set.comment() == null ? "null" : values.text(set.comment()));
        } else if (change instanceof ColumnChange.Rename rename) {
            changes.call("newColumnName", values.text(rename.newName()));
        } else {
            sayLook(changes, change);
        }
        return true;
    }

    private void sayLook(Chain changes, ColumnChange change) {
        if (change instanceof ColumnChange.SetStorage set) {
            changes.call("storage", storage(set.storage()));
        } else if (change instanceof ColumnChange.SetCompression set) {
            changes.call("compression", values.text(set.method()));
        } else if (change instanceof ColumnChange.SetStatistics set) {
            changes.call("statistics", Integer.toString(set.target()));
        } else {
            changes.call(change instanceof ColumnChange.DropIdentity ? "dropIdentity" : "dropExpression");
        }
    }
}
