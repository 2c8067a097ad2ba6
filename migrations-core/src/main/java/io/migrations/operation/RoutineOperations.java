/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on functions and procedures. They are named with their arguments: {@link Signature#of}. */
public interface RoutineOperations extends Vocabulary {

    /** Creates a function: {@code function -> function.returns("trigger").language("plpgsql").body("...")}. */
    default void createFunction(String signature, UnaryOperator<CreateFunction> definition) {
        invoke(definition.apply(CreateFunction.of(signature)));
    }

    /** Renames a function within its schema. */
    default void renameFunction(String signature, String newName) {
        invoke(new RenameObject(DatabaseObject.function(signature), newName));
    }

    /** Drops a function, without an inverse. */
    default void dropFunction(String signature) {
        invoke(DropObject.of(DatabaseObject.function(signature)));
    }

    /** Drops a function that was made like that. Privileges granted on it are operations of their own. */
    default void dropFunction(CreateFunction original) {
        invoke(DropObject.of(original));
    }

    /** Drops a function: {@code drop -> drop.ifExists().cascade()}. */
    default void dropFunction(String signature, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.function(signature))));
    }

    /** Creates a procedure: {@code procedure -> procedure.language("sql").body("...")}. */
    default void createProcedure(String signature, UnaryOperator<CreateProcedure> definition) {
        invoke(definition.apply(CreateProcedure.of(signature)));
    }

    /** Renames a procedure within its schema. */
    default void renameProcedure(String signature, String newName) {
        invoke(new RenameObject(DatabaseObject.procedure(signature), newName));
    }

    /** Drops a procedure, without an inverse. */
    default void dropProcedure(String signature) {
        invoke(DropObject.of(DatabaseObject.procedure(signature)));
    }

    /** Drops a procedure that was made like that. Privileges granted on it are operations of their own. */
    default void dropProcedure(CreateProcedure original) {
        invoke(DropObject.of(original));
    }

    /** Drops a procedure: {@code drop -> drop.ifExists().cascade()}. */
    default void dropProcedure(String signature, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.procedure(signature))));
    }
}
