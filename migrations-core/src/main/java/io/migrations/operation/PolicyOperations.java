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

    /** Puts the policies of a table into force, without an inverse. */
    default void enableRowLevelSecurity(String table) {
        invoke(RowLevelSecurity.of(table, RowLevelSecurity.Change.ENABLE));
    }

    /** Puts the policies of a table into force: {@code security -> security.existing(false)}. */
    default void enableRowLevelSecurity(String table, UnaryOperator<RowLevelSecurity> options) {
        invoke(options.apply(RowLevelSecurity.of(table, RowLevelSecurity.Change.ENABLE)));
    }

    /** Puts the policies of a table out of force, without an inverse. */
    default void disableRowLevelSecurity(String table) {
        invoke(RowLevelSecurity.of(table, RowLevelSecurity.Change.DISABLE));
    }

    /** Puts the policies of a table out of force: {@code security -> security.existing(true)}. */
    default void disableRowLevelSecurity(String table, UnaryOperator<RowLevelSecurity> options) {
        invoke(options.apply(RowLevelSecurity.of(table, RowLevelSecurity.Change.DISABLE)));
    }

    /** Puts the policies of a table into force for its owner, too, without an inverse. */
    default void forceRowLevelSecurity(String table) {
        invoke(RowLevelSecurity.of(table, RowLevelSecurity.Change.FORCE));
    }

    /** Puts the policies of a table into force for its owner, too: {@code security -> security.existing(false)}. */
    default void forceRowLevelSecurity(String table, UnaryOperator<RowLevelSecurity> options) {
        invoke(options.apply(RowLevelSecurity.of(table, RowLevelSecurity.Change.FORCE)));
    }

    /** Puts the policies of a table out of force for its owner, without an inverse. */
    default void noForceRowLevelSecurity(String table) {
        invoke(RowLevelSecurity.of(table, RowLevelSecurity.Change.NO_FORCE));
    }

    /** Puts the policies of a table out of force for its owner: {@code security -> security.existing(true)}. */
    default void noForceRowLevelSecurity(String table, UnaryOperator<RowLevelSecurity> options) {
        invoke(options.apply(RowLevelSecurity.of(table, RowLevelSecurity.Change.NO_FORCE)));
    }
}
