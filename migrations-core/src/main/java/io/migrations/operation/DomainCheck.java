/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * A check of a domain.
 *
 * @param name its name; none for one of the server's choosing
 * @param condition what {@code VALUE} has to fulfil
 */
public record DomainCheck(@Nullable String name, Sql condition) {

    public DomainCheck {
        if (name != null) {
            Names.require("constraint", name);
        }
    }

    String sql() {
        String check = "CHECK (" + condition + ")";
        return name == null ? check : "CONSTRAINT " + Identifiers.quoted(name) + " " + check;
    }
}
