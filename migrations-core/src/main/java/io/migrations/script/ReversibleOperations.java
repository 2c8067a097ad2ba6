/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.function.Consumer;

/** What a {@link ReversibleRevision} can do. */
public interface ReversibleOperations extends Operations {

    /**
     * Something without an inverse, together with what undoes it.
     *
     * @param up what the upgrade does
     * @param down what the downgrade does in its place
     */
    void reversible(Consumer<Operations> up, Consumer<Operations> down);

    /** Something that needs no undoing, such as filling a column that the downgrade drops. */
    default void upOnly(Consumer<Operations> up) {
        reversible(up, down -> {});
    }
}
