/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.CreateMaterializedView;
import io.migrations.operation.CreateView;
import io.migrations.operation.Operation;
import io.migrations.operation.RefreshMaterializedView;
import org.jspecify.annotations.Nullable;

/** Views as calls in Java. */
final class JavaViews implements JavaCalls {

    private final JavaValues values;

    JavaViews(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateView create) {
            boolean takesCommentOff =
                    create.comment() == null && create.statements().size() > 1;
            return takesCommentOff ? null : create(create);
        }
        if (operation instanceof CreateMaterializedView create) {
            Chain options = Chain.of("view")
                    .callIfAny("columns", create.columns(), values::text)
                    .callIfGiven("using", create.storage().method(), values::text);
            values.with(options, create.storage().parameters())
                    .callIfGiven("tablespace", create.storage().tablespace(), values::text)
                    .callIf(create.unfilled(), "withNoData")
                    .callIfGiven("comment", create.comment(), values::text)
                    .callIf(create.tolerant(), "ifNotExists");
            return JavaCalls.call(
                    "createMaterializedView", "view", options, values.name(create.view()), values.text(create.query()));
        }
        if (operation instanceof RefreshMaterializedView refresh) {
            boolean isUsual =
                    refresh.equals(new RefreshMaterializedView(refresh.view(), refresh.concurrently(), false));
            String method = refresh.concurrently() ? "refreshMaterializedViewConcurrently" : "refreshMaterializedView";
            return isUsual ? JavaCalls.call(method, values.name(refresh.view())) : null;
        }
        return null;
    }

    private String create(CreateView create) {
        Chain options = Chain.of("view")
                .callIfAny("columns", create.columns(), values::text)
                .callIf(create.shape().recursive(), "recursive");
        values.with(options, create.shape().parameters())
                .callIfGiven("checkOption", create.shape().checkOption(), values::constant)
                .callIfGiven("comment", create.comment(), values::text)
                .callIf(create.replacing(), "orReplace");
        return JavaCalls.call("createView", "view", options, values.name(create.view()), values.text(create.query()));
    }
}
