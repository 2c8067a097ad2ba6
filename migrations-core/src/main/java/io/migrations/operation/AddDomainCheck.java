/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.Objects;

/**
 * {@code ALTER DOMAIN ... ADD CONSTRAINT}.
 *
 * @param unproven whether values that are there already are not looked at ({@code NOT VALID})
 */
public record AddDomainCheck(Name domain, DomainCheck check, boolean unproven) implements Creation {

    /** Checks that it has a name: without one, nothing could find it again. */
    public AddDomainCheck {
        if (check.name() == null) {
            throw new InvalidOperationException(
                    "The check of the domain '%s' has no name.".formatted(domain), "Give it one.");
        }
    }

    public static AddDomainCheck of(String domain, String name, String condition) {
        return new AddDomainCheck(Name.of(domain), new DomainCheck(name, new Sql(condition)), false);
    }

    /** {@code NOT VALID}: values that are there already are not looked at. */
    public AddDomainCheck notValid() {
        return new AddDomainCheck(domain, check, true);
    }

    @Override
    public DatabaseObject object() {
        String name = Objects.requireNonNull(check.name());
        return new DatabaseObject(ObjectKind.DOMAIN_CONSTRAINT, new Name(null, name), domain, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        return Phrase.of("ALTER DOMAIN " + domain.sql() + " ADD " + check.sql())
                .addIf(unproven, "NOT VALID")
                .statement();
    }
}
