/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER DOMAIN ... VALIDATE CONSTRAINT}. Its inverse does nothing: what has been proven stays proven, and
 * PostgreSQL has no way to forget it.
 */
public record ValidateDomainConstraint(Name domain, String constraint) implements Operation {

    public ValidateDomainConstraint {
        Names.require("constraint", constraint);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER DOMAIN " + domain.sql() + " VALIDATE CONSTRAINT " + Identifiers.quoted(constraint));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of();
    }
}
