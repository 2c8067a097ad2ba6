/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE SCHEMA}.
 *
 * @param authorization the role that owns it; none for who creates it
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record CreateSchema(String schema, @Nullable String authorization, boolean tolerant) implements Creation {

    public CreateSchema {
        Names.require("schema", schema);
        if (authorization != null) {
            Names.require("role", authorization);
        }
    }

    public static CreateSchema of(String schema) {
        return new CreateSchema(schema, null, false);
    }

    /** {@code AUTHORIZATION}: the role that owns it. */
    public CreateSchema authorization(String role) {
        return new CreateSchema(schema, role, tolerant);
    }

    /** {@code IF NOT EXISTS}. Leaves no inverse. */
    public CreateSchema ifNotExists() {
        return new CreateSchema(schema, authorization, true);
    }

    @Override
    public DatabaseObject object() {
        return DatabaseObject.schema(schema);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE SCHEMA")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(object().name().sql())
                .addIfGiven("AUTHORIZATION", authorization == null ? null : Roles.sql(authorization))
                .statement();
    }
}
