/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on row security. */
public interface PolicyOperations extends Vocabulary {

    /** Creates a policy: {@code policy -> policy.on(SELECT).to("trader").using("account = current_user")}. */
    default void createPolicy(String policy, String table, UnaryOperator<CreatePolicy> definition) {
        invoke(definition.apply(CreatePolicy.of(policy, table)));
    }

    /** Changes a policy: {@code policy -> policy.using("true").existing(it -> it.using("false"))}. */
    default void alterPolicy(String policy, String table, UnaryOperator<AlterPolicy> changes) {
        invoke(changes.apply(AlterPolicy.of(policy, table)));
    }

    /** Renames a policy. */
    default void renamePolicy(String policy, String table, String newName) {
        invoke(new RenameObject(DatabaseObject.policy(policy, table), newName));
    }

    /** Drops a policy, without an inverse. */
    default void dropPolicy(String policy, String table) {
        invoke(DropObject.of(DatabaseObject.policy(policy, table)));
    }

    /** Drops a policy that was made like that. */
    default void dropPolicy(CreatePolicy original) {
        invoke(DropObject.of(original));
    }

    /** Drops a policy: {@code drop -> drop.ifExists()}. */
    default void dropPolicy(String policy, String table, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.policy(policy, table))));
    }

    /** Puts the policies of a table into force. */
    default void enableRowLevelSecurity(String table) {
        invoke(new RowLevelSecurity(Name.of(table), RowLevelSecurity.Change.ENABLE));
    }

    /** Puts the policies of a table out of force. */
    default void disableRowLevelSecurity(String table) {
        invoke(new RowLevelSecurity(Name.of(table), RowLevelSecurity.Change.DISABLE));
    }

    /** Puts the policies of a table into force for its owner, too. */
    default void forceRowLevelSecurity(String table) {
        invoke(new RowLevelSecurity(Name.of(table), RowLevelSecurity.Change.FORCE));
    }

    /** Puts the policies of a table out of force for its owner. */
    default void noForceRowLevelSecurity(String table) {
        invoke(new RowLevelSecurity(Name.of(table), RowLevelSecurity.Change.NO_FORCE));
    }
}
