/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.DatabaseObject;
import io.migrations.operation.Name;

/** Objects of any kind as expressions of Java. */
record JavaObjectNames(JavaValues values) {

    String object(DatabaseObject object) {
        String type = values.operation(DatabaseObject.class);
        String simple = values.text(object.name().simple());
        return switch (object.kind()) {
            case TABLE -> type + ".table(" + values.name(object.name()) + ")";
            case VIEW -> type + ".view(" + values.name(object.name()) + ")";
            case MATERIALIZED_VIEW -> type + ".materializedView(" + values.name(object.name()) + ")";
            case SEQUENCE -> type + ".sequence(" + values.name(object.name()) + ")";
            case INDEX -> type + ".index(" + values.name(object.name()) + ")";
            case TYPE -> type + ".type(" + values.name(object.name()) + ")";
            case DOMAIN -> type + ".domain(" + values.name(object.name()) + ")";
            case SCHEMA -> type + ".schema(" + simple + ")";
            case EXTENSION -> type + ".extension(" + simple + ")";
            case DATABASE -> type + ".database(" + simple + ")";
            case FUNCTION -> type + ".function(" + signature(object) + ")";
            case PROCEDURE -> type + ".procedure(" + signature(object) + ")";
            case COLUMN -> type + ".column(" + part(object) + ")";
            case TRIGGER -> type + ".trigger(" + part(object) + ")";
            case POLICY -> type + ".policy(" + part(object) + ")";
            case CONSTRAINT -> type + ".constraint(" + part(object) + ")";
            case DOMAIN_CONSTRAINT -> type + ".domainConstraint(" + part(object) + ")";
        };
    }

    /** A routine by its arguments. */
    String signature(DatabaseObject object) {
        String arguments = object.arguments();
        return values.text(values.spelt(object.name()) + (arguments == null ? "" : "(" + arguments + ")"));
    }

    /** What belongs to a table or a domain: its own name and that one's. */
    String part(DatabaseObject object) {
        Name of = object.of();
        String simple = values.text(object.name().simple());
        return of == null ? simple : simple + ", " + values.name(of);
    }
}
