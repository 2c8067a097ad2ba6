/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;

/** Conditions of domains. */
final class DomainConstraintRendering implements Rendering {

    private static final String NOT_VALID = " NOT VALID";

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.sql("%s ADD CONSTRAINT %s %s"
                .formatted(domain(object), Naming.quoted(object.key()), object.get("definition"))));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.sql(domain(object) + " DROP CONSTRAINT " + Naming.quoted(object.key())));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return before.get("definition").equals(after.get("definition"))
                ? List.of()
                : List.of(Rendering.sql(domain(after) + " VALIDATE CONSTRAINT " + Naming.quoted(after.key())));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        String old = before.get("definition");
        String now = after.get("definition");
        return old.equals(now) || old.equals(now + NOT_VALID);
    }

    private static String domain(SchemaObject constraint) {
        return "ALTER DOMAIN " + Naming.whole(constraint.key()).sql();
    }
}
