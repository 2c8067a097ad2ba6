/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * What makes a trigger a constraint trigger.
 *
 * @param from the other table that it is about
 * @param deferrable whether it may run at the end of the transaction
 * @param deferred whether it does unless told otherwise
 */
public record TriggerConstraint(@Nullable Name from, boolean deferrable, boolean deferred) {

    String sql() {
        String words = deferrable ? deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE" : "";
        return from == null ? words : ("FROM " + from.sql() + " " + words).strip();
    }
}
