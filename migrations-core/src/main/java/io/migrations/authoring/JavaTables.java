/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AttachPartition;
import io.migrations.operation.Column;
import io.migrations.operation.CreatePartition;
import io.migrations.operation.CreateTable;
import io.migrations.operation.DetachPartition;
import io.migrations.operation.DropTable;
import io.migrations.operation.Like;
import io.migrations.operation.Operation;
import io.migrations.operation.PartitionBound;
import io.migrations.operation.Persistence;
import io.migrations.operation.RenameTable;
import io.migrations.operation.SetTableSchema;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.TableElement;
import io.migrations.operation.TableLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables and partitions as calls in Java. */
final class JavaTables implements JavaCalls {

    private final JavaValues values;

    JavaTables(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create(create);
        }
        if (operation instanceof DropTable drop) {
            Chain options = Chain.of("drop")
                    .callIf(drop.mode().ifExists(), "ifExists")
                    .callIf(drop.mode().cascade(), "cascade");
            return JavaCalls.call("dropTable", "drop", options, values.name(drop.table()));
        }
        if (operation instanceof RenameTable rename) {
            return JavaCalls.call("renameTable", values.name(rename.table()), values.text(rename.newName()));
        }
        if (operation instanceof SetTableSchema move) {
            return JavaCalls.call("setTableSchema", values.name(move.table()), values.text(move.newSchema()));
        }
        return partition(operation);
    }

    private String create(CreateTable create) {
        Chain options = layout(Chain.of("create"), create);
        List<String> elements = create.elements().stream().map(this::element).toList();
        if (options.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(values.name(create.table())));
            arguments.addAll(elements);
            return Chain.invocation("op.createTable", arguments);
        }
        values.imports().add(List.class.getName());
        return JavaCalls.call(
                "createTable", "create", options, values.name(create.table()), Chain.invocation("List.of", elements));
    }

    private Chain layout(Chain options, CreateTable create) {
        TableLayout layout = create.layout();
        options.callIf(create.persistence() == Persistence.UNLOGGED, "unlogged");
        if (create.persistence() == Persistence.TEMPORARY) {
            options.call(
                    "temporary",
                    layout.onCommit() == null ? new String[0] : new String[] {values.constant(layout.onCommit())});
        }
        options.callIfAny("inherits", layout.inherits(), values::name)
                .callIfGiven("partitionBy", layout.partitionBy(), key -> values.text(key.text()))
                .callIfGiven("using", layout.method(), values::text);
        return values.with(options, layout.with())
                .callIfGiven("tablespace", layout.tablespace(), values::text)
                .callIfGiven("comment", create.comment(), values::text)
                .callIf(create.unlessExists(), "ifNotExists");
    }

    private String element(TableElement element) {
        if (element instanceof Column column) {
            return new JavaColumns(values).column(column);
        }
        if (element instanceof Like like) {
            return Chain.of("%s(%s)".formatted(values.member(TableElement.class, "like"), values.name(like.table())))
                    .callIfAny(
                            "including",
                            like.including(),
                            part -> values.operation(Like.class) + ".Part." + part.name())
                    .toString();
        }
        return new JavaConstraints(values).element((TableConstraint) element);
    }

    private @Nullable String partition(Operation operation) {
        if (operation instanceof CreatePartition create) {
            Chain options = values.with(
                            Chain.of("partition")
                                    .callIfGiven("partitionBy", create.key(), key -> values.text(key.text())),
                            create.parameters())
                    .callIfGiven("tablespace", create.tablespace(), values::text)
                    .callIf(create.tolerant(), "ifNotExists");
            return JavaCalls.call(
                    "createPartition",
                    "partition",
                    options,
                    values.name(create.partition()),
                    values.name(create.table()),
                    bound(create.bound()));
        }
        if (operation instanceof AttachPartition attach) {
            return JavaCalls.call(
                    "attachPartition",
                    values.name(attach.table()),
                    values.name(attach.partition()),
                    bound(attach.bound()));
        }
        if (operation instanceof DetachPartition detach) {
            Chain options = Chain.of("detach")
                    .callIf(detach.way() == DetachPartition.Way.CONCURRENTLY, "concurrently")
                    .callIf(detach.way() == DetachPartition.Way.FINALIZE, "finalizing");
            return JavaCalls.call(
                    "detachPartition", "detach", options, values.name(detach.table()), values.name(detach.partition()));
        }
        return null;
    }

    private String bound(PartitionBound bound) {
        String type = values.operation(PartitionBound.class);
        return bound.equals(PartitionBound.DEFAULT)
                ? type + ".DEFAULT"
                : "new " + type + "(" + values.text(bound.sql()) + ")";
    }
}
