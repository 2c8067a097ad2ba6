/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on views and materialized views. */
public interface ViewOperations extends Vocabulary {

    /** Creates a view: {@code createView("open_orders", "SELECT id FROM orders WHERE open")}. */
    default void createView(String view, String query) {
        invoke(CreateView.of(view, query));
    }

    /** Creates a view: {@code view -> view.columns("id", "symbol").securityBarrier()}. */
    default void createView(String view, String query, UnaryOperator<CreateView> options) {
        invoke(options.apply(CreateView.of(view, query)));
    }

    /** Renames a view within its schema. */
    default void renameView(String view, String newName) {
        invoke(new RenameObject(DatabaseObject.view(view), newName));
    }

    /** Drops a view, without an inverse. */
    default void dropView(String view) {
        invoke(DropObject.of(DatabaseObject.view(view)));
    }

    /** Drops a view that was made like that. Privileges granted on it are operations of their own. */
    default void dropView(CreateView original) {
        invoke(DropObject.of(original));
    }

    /** Drops a view: {@code drop -> drop.ifExists().cascade()}. */
    default void dropView(String view, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.view(view))));
    }

    /** Creates a materialized view and fills it. */
    default void createMaterializedView(String view, String query) {
        invoke(CreateMaterializedView.of(view, query));
    }

    /** Creates a materialized view: {@code view -> view.withNoData()}. */
    default void createMaterializedView(String view, String query, UnaryOperator<CreateMaterializedView> options) {
        invoke(options.apply(CreateMaterializedView.of(view, query)));
    }

    /** Fills a materialized view anew, while nobody reads it. */
    default void refreshMaterializedView(String view) {
        invoke(new RefreshMaterializedView(Name.of(view), false, false));
    }

    /** Fills a materialized view anew, while others read it. It needs a unique index. */
    default void refreshMaterializedViewConcurrently(String view) {
        invoke(new RefreshMaterializedView(Name.of(view), true, false));
    }

    /** Renames a materialized view within its schema. */
    default void renameMaterializedView(String view, String newName) {
        invoke(new RenameObject(DatabaseObject.materializedView(view), newName));
    }

    /** Drops a materialized view, without an inverse. */
    default void dropMaterializedView(String view) {
        invoke(DropObject.of(DatabaseObject.materializedView(view)));
    }

    /** Drops a materialized view that was made like that. Its indexes have to be dropped before. */
    default void dropMaterializedView(CreateMaterializedView original) {
        invoke(DropObject.of(original));
    }

    /** Drops a materialized view: {@code drop -> drop.ifExists().cascade()}. */
    default void dropMaterializedView(String view, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.materializedView(view))));
    }
}
