/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Name;
import io.migrations.sql.Identifiers;
import java.util.Locale;

/** Objects as statements name them, each with its schema. */
final class Naming {

    private Naming() {}

    /** The object's own name. */
    static Name name(ObjectKey key) {
        return new Name(key.schema().isEmpty() ? null : key.schema(), key.name());
    }

    /** The name of the relation or domain that it is a part of. */
    static Name whole(ObjectKey part) {
        return new Name(part.schema().isEmpty() ? null : part.schema(), part.of());
    }

    /** The object by its own name, with the arguments of a routine. */
    static String sql(ObjectKey key) {
        return switch (key.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> name(key).sql() + "(" + arguments(key) + ")";
            default -> name(key).sql();
        };
    }

    /** The object behind the words for its kind, as {@code COMMENT ON} and {@code DROP} name it. */
    static String target(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN, VIEW_COLUMN -> "COLUMN " + whole(key).sql() + "." + quoted(key);
            case CONSTRAINT, TRIGGER, POLICY, RULE ->
                words(key.kind()) + " " + quoted(key) + " ON " + whole(key).sql();
            case DOMAIN_CONSTRAINT ->
                "CONSTRAINT " + quoted(key) + " ON DOMAIN " + whole(key).sql();
            case OPERATOR -> "OPERATOR " + operator(key);
            case OPERATOR_CLASS, OPERATOR_FAMILY -> words(key.kind()) + " " + indexed(key);
            case CAST -> "CAST " + key.name();
            default -> words(key.kind()) + " " + sql(key);
        };
    }

    /** What {@code GRANT ... ON} calls it. */
    static String grantable(ObjectKey key) {
        return switch (key.kind()) {
            case VIEW, MATERIALIZED_VIEW, TABLE -> "TABLE " + sql(key);
            case COLUMN, VIEW_COLUMN -> "TABLE " + whole(key).sql();
            case ENUM, COMPOSITE, RANGE, DOMAIN -> "TYPE " + sql(key);
            case AGGREGATE -> "FUNCTION " + sql(key);
            case SERVER -> "FOREIGN SERVER " + sql(key);
            default -> target(key);
        };
    }

    static String quoted(ObjectKey key) {
        return Identifiers.quoted(key.name());
    }

    private static String arguments(ObjectKey key) {
        return key.kind() == SchemaKind.AGGREGATE && key.arguments().isEmpty() ? "*" : key.arguments();
    }

    private static String operator(ObjectKey key) {
        return Identifiers.quoted(key.schema()) + "." + key.name() + " (" + key.arguments() + ")";
    }

    /** {@code name USING btree}: the method stands outside the quotes. */
    private static String indexed(ObjectKey key) {
        int using = key.name().lastIndexOf(" USING ");
        return Identifiers.quoted(key.schema()) + "."
                + Identifiers.quoted(key.name().substring(0, using))
                + key.name().substring(using);
    }

    private static String words(SchemaKind kind) {
        return switch (kind) {
            case ENUM, COMPOSITE, RANGE -> "TYPE";
            default -> kind.name().replace('_', ' ').toUpperCase(Locale.ROOT);
        };
    }
}
