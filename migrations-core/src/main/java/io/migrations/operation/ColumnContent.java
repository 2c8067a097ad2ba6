/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/** What fills a column by itself: exactly one of a default, an identity, an expression. */
public record ColumnContent(
        @Nullable Sql serverDefault,
        @Nullable Identity identity,
        @Nullable Generated generated) {

    public ColumnContent {
        int given = (serverDefault == null ? 0 : 1) + (identity == null ? 0 : 1) + (generated == null ? 0 : 1);
        if (given != 1) {
            throw new InvalidOperationException(
                    "A column has a default, or an identity, or is generated, but here are %d of them."
                            .formatted(given),
                    "Give exactly one.");
        }
    }

    /** As SQL in a definition. */
    public String sql() {
        if (serverDefault != null) {
            return Defaults.clause(serverDefault);
        }
        return identity == null ? String.valueOf(generated == null ? null : generated.sql()) : identity.sql();
    }
}
