/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * What was there before an operation, where its author says so.
 *
 * @param value what it was; null where there was nothing
 */
public record Known<T>(@Nullable T value) {

    /** It was that, or nothing. */
    public static <T> Known<T> of(@Nullable T value) {
        return new Known<>(value);
    }
}
