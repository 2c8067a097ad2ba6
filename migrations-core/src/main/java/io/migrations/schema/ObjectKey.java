/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

/**
 * What tells one object of a database from all others. Names are as they are, unquoted; empty where they do not apply.
 *
 * @param schema the schema it lives in; empty for what lives in none
 * @param of the simple name of the relation or domain it is a part of
 * @param name its simple name
 * @param arguments of a routine or operator: the types that tell it from others of its name, as SQL
 */
public record ObjectKey(SchemaKind kind, String schema, String of, String name, String arguments)
        implements Comparable<ObjectKey> {

    /** Something that lives in no schema. */
    public static ObjectKey global(SchemaKind kind, String name) {
        return new ObjectKey(kind, "", "", name, "");
    }

    /** Something in a schema. */
    public static ObjectKey in(String schema, SchemaKind kind, String name) {
        return new ObjectKey(kind, schema, "", name, "");
    }

    /** A part of this. */
    public ObjectKey part(SchemaKind kind, String name) {
        return new ObjectKey(kind, schema, this.name, name, "");
    }

    @Override
    public int compareTo(ObjectKey other) {
        int order = kind.compareTo(other.kind);
        order = order != 0 ? order : schema.compareTo(other.schema);
        order = order != 0 ? order : of.compareTo(other.of);
        order = order != 0 ? order : name.compareTo(other.name);
        return order != 0 ? order : arguments.compareTo(other.arguments);
    }

    /** As it is written for people: {@code column 'qty' of 'public.orders'}. */
    @Override
    public String toString() {
        String qualifier = schema.isEmpty() ? "" : schema + ".";
        if (!of.isEmpty()) {
            return "%s '%s' of '%s%s'".formatted(kind, name, qualifier, of);
        }
        String called = arguments.isEmpty() && !isRoutine() ? name : name + "(" + arguments + ")";
        return "%s '%s%s'".formatted(kind, qualifier, called);
    }

    private boolean isRoutine() {
        return kind == SchemaKind.FUNCTION || kind == SchemaKind.PROCEDURE || kind == SchemaKind.AGGREGATE;
    }
}
