/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.function.UnaryOperator;

/** Operations on types: enums and composite types. */
public interface TypeOperations extends Vocabulary {

    /** Creates an enum type with its values, in their order. */
    default void createEnum(String type, String... values) {
        invoke(CreateEnum.of(type, values));
    }

    /** Adds a value behind the others of an enum type. Nothing undoes that. */
    default void addEnumValue(String type, String value) {
        invoke(AddEnumValue.of(type, value));
    }

    /** Adds a value to an enum type: {@code value -> value.after("SELL").ifNotExists()}. Nothing undoes that. */
    default void addEnumValue(String type, String value, UnaryOperator<AddEnumValue> options) {
        invoke(options.apply(AddEnumValue.of(type, value)));
    }

    /** Renames a value of an enum type. */
    default void renameEnumValue(String type, String value, String newValue) {
        invoke(new RenameEnumValue(Name.of(type), value, newValue));
    }

    /**
     * Drops an enum type.
     *
     * @param values the values that it has, in their order, for the inverse; none if there is to be no inverse
     */
    default void dropEnum(String type, String... values) {
        invoke(
                List.of(values).isEmpty()
                        ? DropObject.of(DatabaseObject.type(type))
                        : DropObject.of(CreateEnum.of(type, values)));
    }

    /** Creates a composite type: {@code type -> type.attribute("amount", NUMERIC).attribute("currency", TEXT)}. */
    default void createType(String type, UnaryOperator<CreateCompositeType> attributes) {
        invoke(attributes.apply(CreateCompositeType.of(type)));
    }

    /** Renames a type within its schema. */
    default void renameType(String type, String newName) {
        invoke(new RenameObject(DatabaseObject.type(type), newName));
    }

    /** Drops a type, without an inverse. */
    default void dropType(String type) {
        invoke(DropObject.of(DatabaseObject.type(type)));
    }

    /** Drops a type that was made like that. */
    default void dropType(Creation original) {
        invoke(DropObject.of(original));
    }

    /** Drops a type: {@code drop -> drop.ifExists().cascade()}. */
    default void dropType(String type, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.type(type))));
    }
}
