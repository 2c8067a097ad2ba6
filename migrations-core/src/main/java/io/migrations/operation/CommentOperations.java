/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/** Comments on anything but tables' columns. */
public interface CommentOperations extends Vocabulary {

    /**
     * Says what a thing is for: {@code comment(sequence("order_no"), "...")}. Without an inverse.
     *
     * @param text null to say nothing any more
     */
    default void comment(DatabaseObject object, @Nullable String text) {
        invoke(CommentOn.of(object, text));
    }

    /**
     * Says what a thing is for.
     *
     * @param text null to say nothing any more
     * @param existing what was said before, for the inverse; null if nothing
     */
    default void comment(DatabaseObject object, @Nullable String text, @Nullable String existing) {
        invoke(CommentOn.of(object, text).existing(existing));
    }
}
