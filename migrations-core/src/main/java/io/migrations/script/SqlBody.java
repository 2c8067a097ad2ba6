/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import org.jspecify.annotations.Nullable;

/**
 * Both directions of a new revision in SQL. The texts are no templates: what looks like a placeholder in them is written so
 * that none is, and what looks like a marker or a header, so that it is a comment.
 *
 * @param upgrade its statements, with comments between them
 * @param downgrade what undoes it; empty where there is nothing to undo, null where there is no way back
 * @param isTransactional whether it runs in a transaction
 */
public record SqlBody(String upgrade, @Nullable String downgrade, boolean isTransactional) implements Body {

    /** A revision that only joins others. */
    public static final SqlBody NOTHING = new SqlBody("", "", true);
}
