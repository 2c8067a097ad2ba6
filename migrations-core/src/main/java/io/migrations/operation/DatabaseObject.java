/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a database, for the operations that all kinds have in common.
 *
 * @param name its name; a schema belongs to it only where the thing itself lives in one
 * @param of the table or domain that it is a part of, for columns, triggers, policies and constraints
 * @param arguments of a routine: the types that tell it from others of the same name, as SQL; none if there is only one
 */
public record DatabaseObject(
        ObjectKind kind,
        Name name,
        @Nullable Name of,
        @Nullable String arguments) implements Grantable {

    /** Checks that a part has its whole, and that only routines have arguments. */
    public DatabaseObject {
        if (isPart(kind) != (of != null)) {
            throw new InvalidOperationException(
                    "The %s '%s' %s.".formatted(kind, name, of == null ? "belongs to nothing" : "is a part of nothing"),
                    "Name the table of a column, a trigger, a policy or a constraint, and of nothing else.");
        }
        if (arguments != null && kind != ObjectKind.FUNCTION && kind != ObjectKind.PROCEDURE) {
            throw new InvalidOperationException(
                    "The %s '%s' has arguments.".formatted(kind, name), "Only functions and procedures do.");
        }
    }

    private static DatabaseObject whole(ObjectKind kind, String name) {
        return new DatabaseObject(kind, Name.of(name), null, null);
    }

    private static DatabaseObject unqualified(ObjectKind kind, String name) {
        return new DatabaseObject(kind, new Name(null, name), null, null);
    }

    private static DatabaseObject part(ObjectKind kind, String name, String of) {
        return new DatabaseObject(kind, new Name(null, name), Name.of(of), null);
    }

    public static DatabaseObject table(String name) {
        return whole(ObjectKind.TABLE, name);
    }

    public static DatabaseObject column(String name, String table) {
        return part(ObjectKind.COLUMN, name, table);
    }

    public static DatabaseObject view(String name) {
        return whole(ObjectKind.VIEW, name);
    }

    public static DatabaseObject materializedView(String name) {
        return whole(ObjectKind.MATERIALIZED_VIEW, name);
    }

    public static DatabaseObject sequence(String name) {
        return whole(ObjectKind.SEQUENCE, name);
    }

    public static DatabaseObject index(String name) {
        return whole(ObjectKind.INDEX, name);
    }

    /** An enum, a composite type or a range. */
    public static DatabaseObject type(String name) {
        return whole(ObjectKind.TYPE, name);
    }

    public static DatabaseObject domain(String name) {
        return whole(ObjectKind.DOMAIN, name);
    }

    public static DatabaseObject schema(String name) {
        return unqualified(ObjectKind.SCHEMA, name);
    }

    public static DatabaseObject extension(String name) {
        return unqualified(ObjectKind.EXTENSION, name);
    }

    public static DatabaseObject database(String name) {
        return unqualified(ObjectKind.DATABASE, name);
    }

    /** A function by its {@linkplain Signature#of signature}: {@code fee(numeric, integer)}. */
    public static DatabaseObject function(String signature) {
        return Signature.of(signature).object(ObjectKind.FUNCTION);
    }

    /** A procedure by its {@linkplain Signature#of signature}: {@code settle(date)}. */
    public static DatabaseObject procedure(String signature) {
        return Signature.of(signature).object(ObjectKind.PROCEDURE);
    }

    public static DatabaseObject trigger(String name, String table) {
        return part(ObjectKind.TRIGGER, name, table);
    }

    public static DatabaseObject policy(String name, String table) {
        return part(ObjectKind.POLICY, name, table);
    }

    /** A constraint of a table. */
    public static DatabaseObject constraint(String name, String table) {
        return part(ObjectKind.CONSTRAINT, name, table);
    }

    public static DatabaseObject domainConstraint(String name, String domain) {
        return part(ObjectKind.DOMAIN_CONSTRAINT, name, domain);
    }

    /** As commands name it: {@code TRIGGER touch ON orders}. */
    public String sql() {
        return kind.words() + " " + identity();
    }

    @Override
    public String privilegeSql() {
        return switch (kind) {
            case VIEW, MATERIALIZED_VIEW -> "TABLE " + identity();
            default -> sql();
        };
    }

    /** Without its kind: {@code touch ON orders}. */
    String identity() {
        if (kind == ObjectKind.COLUMN) {
            return Objects.requireNonNull(of).sql() + "." + name.sql();
        }
        String called = arguments == null ? name.sql() : name.sql() + "(" + arguments + ")";
        if (of == null) {
            return called;
        }
        return called + (kind == ObjectKind.DOMAIN_CONSTRAINT ? " ON DOMAIN " : " ON ") + of.sql();
    }

    /** The whole that a constraint is altered through: {@code TABLE orders}; none for what is altered by itself. */
    @Nullable String whole() {
        return switch (kind) {
            case COLUMN, CONSTRAINT -> "TABLE " + Objects.requireNonNull(of).sql();
            case DOMAIN_CONSTRAINT -> "DOMAIN " + Objects.requireNonNull(of).sql();
            default -> null;
        };
    }

    /** The same thing under another name, in the same schema or on the same table. */
    DatabaseObject renamed(String newName) {
        return new DatabaseObject(kind, name.sibling(newName), of, arguments);
    }

    /** The same thing in another schema. */
    DatabaseObject in(String schema) {
        return new DatabaseObject(kind, name.in(schema), of, arguments);
    }

    /** Whether both are called the same; of routines, whatever their arguments are. */
    boolean isNamesake(DatabaseObject other) {
        return kind == other.kind && name.equals(other.name) && Objects.equals(of, other.of);
    }

    /** As it is written for people: {@code trigger 'touch' of 'orders'}. */
    @Override
    public String toString() {
        return "%s '%s'%s".formatted(kind, name, of == null ? "" : " of '" + of + "'");
    }

    private static boolean isPart(ObjectKind kind) {
        return switch (kind) {
            case COLUMN, TRIGGER, POLICY, CONSTRAINT, DOMAIN_CONSTRAINT -> true;
            default -> false;
        };
    }
}
