/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.CreateIndex;
import io.migrations.operation.DropIndex;
import io.migrations.operation.IndexElement;
import io.migrations.operation.Operation;
import io.migrations.operation.RenameIndex;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indexes as calls in Java. */
final class JavaIndexes implements JavaCalls {

    private final JavaValues values;

    JavaIndexes(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return create(create);
        }
        if (operation instanceof DropIndex drop) {
            Chain options = Chain.of("drop")
                    .callIf(drop.isConcurrent(), "concurrently")
                    .callIf(drop.mode().ifExists(), "ifExists")
                    .callIf(drop.mode().cascade(), "cascade");
            return JavaCalls.call("dropIndex", "drop", options, values.name(drop.index()));
        }
        return operation instanceof RenameIndex rename
                ? JavaCalls.call("renameIndex", values.name(rename.index()), values.text(rename.newName()))
                : null;
    }

    private @Nullable String create(CreateIndex create) {
        Chain options = Chain.of("index")
                .callIf(create.isUnique(), "unique")
                .callIfGiven("using", create.method(), values::text)
                .callIf(create.nullsAreEqual(), "nullsNotDistinct")
                .callIfAny("include", create.parameters().include(), values::text);
        values.with(options, create.parameters().with())
                .callIfGiven("tablespace", create.parameters().tablespace(), values::text)
                .callIfGiven("where", create.where(), where -> values.text(where.text()))
                .callIf(create.how().concurrently(), "concurrently")
                .callIf(create.how().ifNotExists(), "ifNotExists")
                .callIf(create.how().only(), "only");
        String name = values.text(create.name());
        String table = values.name(create.table());
        List<IndexElement> elements = create.elements();
        boolean arePlain = elements.stream().allMatch(JavaIndexes::isPlainColumn);
        if (arePlain && options.isEmpty()) {
            return JavaCalls.call("createIndex", name, table, columns(elements));
        }
        return JavaCalls.call("createIndex", "index", options, name, table, values.list(elements, this::key));
    }

    private String columns(Collection<IndexElement> elements) {
        return values.texts(elements.stream()
                .map(element -> String.valueOf(element.column()))
                .toList());
    }

    private static boolean isPlainColumn(IndexElement element) {
        return element.column() != null && element.equals(IndexElement.column(element.column()));
    }

    private static boolean isPlainExpression(IndexElement element) {
        return element.expression() != null && element.equals(IndexElement.expression(element.expression()));
    }

    /** As one of the keys of an index. */
    private String key(IndexElement element) {
        if (isPlainColumn(element)) {
            return values.text(String.valueOf(element.column()));
        }
        return isPlainExpression(element) && element.expression() != null
                ? values.sql(element.expression())
                : element(element);
    }

    /** As a value of its own. */
    String element(IndexElement element) {
        String type = values.operation(IndexElement.class);
        Chain chain = Chain.of(
                element.expression() == null
                        ? type + ".column(" + values.text(String.valueOf(element.column())) + ")"
                        : type + ".expression(" + values.sql(element.expression()) + ")");
        chain.callIfGiven("collate", element.collation(), values::name)
                .callIfGiven("opclass", element.opclass(), values::name);
        element.opclassParameters()
                .forEach((name, value) -> chain.call("opclassParameter", values.text(name), values.value(value)));
        Boolean nullsAtStart = element.nullsAtStart();
        if (element.descending()) {
            chain.call("desc");
        }
        if (nullsAtStart != null) {
            chain.call(nullsAtStart ? "nullsFirst" : "nullsLast");
        }
        return chain.toString();
    }
}
