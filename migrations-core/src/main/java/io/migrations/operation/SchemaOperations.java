/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations on schemas, on extensions, and on where things are and whose. */
public interface SchemaOperations extends Vocabulary {

    /** Creates a schema. */
    default void createSchema(String schema) {
        invoke(CreateSchema.of(schema));
    }

    /** Creates a schema: {@code schema -> schema.authorization("billing_owner")}. */
    default void createSchema(String schema, UnaryOperator<CreateSchema> options) {
        invoke(options.apply(CreateSchema.of(schema)));
    }

    /** Renames a schema. */
    default void renameSchema(String schema, String newName) {
        invoke(new RenameObject(DatabaseObject.schema(schema), newName));
    }

    /** Drops an empty schema, without an inverse. */
    default void dropSchema(String schema) {
        invoke(DropObject.of(DatabaseObject.schema(schema)));
    }

    /** Drops an empty schema that was made like that. */
    default void dropSchema(CreateSchema original) {
        invoke(DropObject.of(original));
    }

    /** Drops a schema: {@code drop -> drop.cascade()} with all that is in it. */
    default void dropSchema(String schema, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.schema(schema))));
    }

    /** Installs an extension. */
    default void createExtension(String extension) {
        invoke(CreateExtension.of(extension));
    }

    /** Installs an extension: {@code extension -> extension.schema("extensions").version("1.6")}. */
    default void createExtension(String extension, UnaryOperator<CreateExtension> options) {
        invoke(options.apply(CreateExtension.of(extension)));
    }

    /** Brings an extension to the version that the server comes with. Nothing undoes that. */
    default void updateExtension(String extension) {
        invoke(new UpdateExtension(extension, null));
    }

    /** Brings an extension to a version. Nothing undoes that. */
    default void updateExtension(String extension, String version) {
        invoke(new UpdateExtension(extension, version));
    }

    /** Takes an extension away, without an inverse. */
    default void dropExtension(String extension) {
        invoke(DropObject.of(DatabaseObject.extension(extension)));
    }

    /** Takes an extension away that was installed like that. */
    default void dropExtension(CreateExtension original) {
        invoke(DropObject.of(original));
    }

    /** Takes an extension away: {@code drop -> drop.ifExists().cascade()}. */
    default void dropExtension(String extension, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.extension(extension))));
    }

    /** Moves a thing to another schema. Undone where it is named with the schema it comes from. */
    default void setSchema(DatabaseObject object, String schema) {
        invoke(new MoveObject(object, schema));
    }

    /** Gives a thing to a role, without an inverse. */
    default void ownerTo(DatabaseObject object, String owner) {
        invoke(new ChangeOwner(object, owner, null));
    }

    /**
     * Gives a thing to a role.
     *
     * @param existing the role that it belongs to before, for the inverse
     */
    default void ownerTo(DatabaseObject object, String owner, @Nullable String existing) {
        invoke(new ChangeOwner(object, owner, existing));
    }
}
