/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code REFRESH MATERIALIZED VIEW}. Its inverse does nothing: what a view shows follows from its tables.
 *
 * @param concurrently whether it can be read meanwhile, which takes a unique index
 * @param unfilled whether it is emptied instead ({@code WITH NO DATA})
 */
public record RefreshMaterializedView(Name view, boolean concurrently, boolean unfilled) implements Operation {

    /** Checks that it is not emptied while it is read. */
    public RefreshMaterializedView {
        if (concurrently && unfilled) {
            throw new InvalidOperationException(
                    "The materialized view '%s' is to be emptied concurrently.".formatted(view),
                    "Leave out one of concurrently and withNoData.");
        }
    }

    @Override
    public List<String> statements() {
        return Phrase.of("REFRESH MATERIALIZED VIEW")
                .addIf(concurrently, "CONCURRENTLY")
                .add(view.sql())
                .addIf(unfilled, "WITH NO DATA")
                .statement();
    }

    @Override
    public Inverse inverse() {
        return Inverse.of();
    }
}
