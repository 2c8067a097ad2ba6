/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Identifiers;
import java.util.List;

/** What new objects grant. */
final class DefaultPrivilegesRendering implements Rendering {

    private final int majorVersion;

    DefaultPrivilegesRendering(int majorVersion) {
        this.majorVersion = majorVersion;
    }

    @Override
    public List<Change> create(SchemaObject object) {
        return between(object, usual(object), object.lines("privileges"));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return between(object, object.lines("privileges"), usual(object));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return between(after, before.lines("privileges"), after.lines("privileges"));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return true;
    }

    /** Those of a schema come on top; those of the whole database are in the place of PostgreSQL's own. */
    private List<String> usual(SchemaObject object) {
        return object.key().schema().isEmpty()
                ? PrivilegeDefaults.of(object.key().of(), majorVersion)
                : List.of();
    }

    private static List<Change> between(SchemaObject object, List<String> before, List<String> after) {
        ObjectKey key = object.key();
        String role = Identifiers.quoted(key.name());
        String start = "ALTER DEFAULT PRIVILEGES FOR ROLE " + role
                + (key.schema().isEmpty() ? "" : " IN SCHEMA " + Identifiers.quoted(key.schema())) + " ";
        return PrivilegeChanges.between(
                        before, after, role, privileges -> String.join(", ", privileges) + " ON " + key.of())
                .stream()
                .map(statement -> Rendering.sql(start + statement))
                .toList();
    }
}
