/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on triggers. */
public interface TriggerOperations extends Vocabulary {

    /** Creates a trigger: {@code trigger -> trigger.before().update("qty").forEachRow().execute("touch()")}. */
    default void createTrigger(String trigger, String table, UnaryOperator<CreateTrigger> definition) {
        invoke(definition.apply(CreateTrigger.of(trigger, table)));
    }

    /** Renames a trigger. */
    default void renameTrigger(String trigger, String table, String newName) {
        invoke(new RenameObject(DatabaseObject.trigger(trigger, table), newName));
    }

    /** Drops a trigger, without an inverse. */
    default void dropTrigger(String trigger, String table) {
        invoke(DropObject.of(DatabaseObject.trigger(trigger, table)));
    }

    /** Drops a trigger that was made like that. */
    default void dropTrigger(CreateTrigger original) {
        invoke(DropObject.of(original));
    }

    /** Drops a trigger: {@code drop -> drop.ifExists()}. */
    default void dropTrigger(String trigger, String table, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.trigger(trigger, table))));
    }

    /** Enables a trigger that is disabled. */
    default void enableTrigger(String table, String trigger) {
        invoke(new SetTriggerState(Name.of(table), trigger, TriggerState.ENABLE, TriggerState.DISABLE));
    }

    /** Disables a trigger that is enabled. */
    default void disableTrigger(String table, String trigger) {
        invoke(new SetTriggerState(Name.of(table), trigger, TriggerState.DISABLE, TriggerState.ENABLE));
    }

    /** Enables or disables a trigger, in replication or always, from what it is before. */
    default void setTriggerState(String table, String trigger, TriggerState state, TriggerState existing) {
        invoke(new SetTriggerState(Name.of(table), trigger, state, existing));
    }

    /** Enables all triggers of a table but the server's own. Nothing undoes that. */
    default void enableTriggers(String table) {
        invoke(new SetTriggerState(Name.of(table), null, TriggerState.ENABLE, TriggerState.DISABLE));
    }

    /** Disables all triggers of a table but the server's own. Nothing undoes that. */
    default void disableTriggers(String table) {
        invoke(new SetTriggerState(Name.of(table), null, TriggerState.DISABLE, TriggerState.ENABLE));
    }
}
