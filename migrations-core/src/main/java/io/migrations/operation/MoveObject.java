/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER ... SET SCHEMA}: the same thing in another schema.
 *
 * @param object as it is called before
 * @param schema where it is then
 */
public record MoveObject(DatabaseObject object, String schema) implements Operation {

    /** Checks that it is a kind of thing that is in a schema by itself. */
    public MoveObject {
        Names.require("schema", schema);
        switch (object.kind()) {
            case DOMAIN, EXTENSION, FUNCTION, MATERIALIZED_VIEW, PROCEDURE, SEQUENCE, TABLE, TYPE, VIEW -> {}
            default ->
                throw new InvalidOperationException(
                        "The %s cannot be moved to the schema '%s'.".formatted(object, schema),
                        "Move the table or the domain that it belongs to.");
        }
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER " + object.sql() + " SET SCHEMA " + Identifiers.quoted(schema));
    }

    @Override
    public Inverse inverse() {
        return object.name()
                .findSchema()
                .map(before -> Inverse.of(new MoveObject(object.in(schema), before)))
                .orElseGet(() -> Inverse.none(
                        "Nothing says which schema the %s comes from; name it with its schema.".formatted(object)));
    }
}
