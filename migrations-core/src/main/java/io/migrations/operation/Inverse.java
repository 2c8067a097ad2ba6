/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoes an operation, or why nothing does.
 *
 * @param operations what undoes it, in the order to run
 * @param obstacle why nothing does, as a sentence; none where something does
 */
public record Inverse(List<Operation> operations, @Nullable String obstacle) {

    public Inverse {
        operations = List.copyOf(operations);
    }

    /** Undone by some operations, in this order. */
    public static Inverse of(Operation... operations) {
        return new Inverse(List.of(operations), null);
    }

    /**
     * Undone by nothing that could be derived.
     *
     * @param obstacle a sentence that says why, and what to give so that it could be: {@code The column 'qty' is gone
     *     with what it was; give its definition to dropColumn.}
     */
    public static Inverse none(String obstacle) {
        return new Inverse(List.of(), obstacle);
    }

    public boolean exists() {
        return obstacle == null;
    }
}
