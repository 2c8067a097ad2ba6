/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * The index that a constraint takes over, instead of building one.
 *
 * @param name what it is called; the constraint's name becomes its own
 * @param definition what it is, so that it can be brought back when the constraint goes
 */
public record ExistingIndex(String name, @Nullable CreateIndex definition) {

    public ExistingIndex {
        Names.require("index", name);
    }

    String sql() {
        return "USING INDEX " + Identifiers.quoted(name);
    }
}
