/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER ... OWNER TO}.
 *
 * @param owner the role that owns it then
 * @param existing the role that owned it before
 */
public record ChangeOwner(
        DatabaseObject object, String owner, @Nullable String existing) implements Operation {

    /** Checks the roles, and that it is a kind of thing that has an owner of its own. */
    public ChangeOwner {
        Names.require("role", owner);
        if (existing != null) {
            Names.require("role", existing);
        }
        switch (object.kind()) {
            case COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, EXTENSION, INDEX, POLICY, TRIGGER ->
                throw new InvalidOperationException(
                        "The %s has no owner that could be changed.".formatted(object),
                        "Change that of what it belongs to.");
            default -> {}
        }
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER " + object.sql() + " OWNER TO " + Roles.sql(owner));
    }

    @Override
    public Inverse inverse() {
        return existing == null
                ? Inverse.none("Nothing says who owned the %s before; give its existing owner.".formatted(object))
                : Inverse.of(new ChangeOwner(object, existing, owner));
    }
}
