/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on privileges. What they are on is named by {@link DatabaseObject} or {@link AllInSchema}. */
public interface PrivilegeOperations extends Vocabulary {

    /**
     * Grants privileges on a table or a view: {@code grant("SELECT, INSERT", "orders", "trader")}.
     *
     * @param privileges separated by commas
     */
    default void grant(String privileges, String table, String... roles) {
        grant(Privileges.of(privileges, roles), DatabaseObject.table(table));
    }

    /** Grants privileges: {@code grant(Privileges.of("USAGE", "trader"), schema("billing"))}. */
    default void grant(Privileges privileges, Grantable on) {
        invoke(Grant.of(privileges, on));
    }

    /** Grants privileges: {@code grant -> grant.withGrantOption()}. */
    default void grant(Privileges privileges, Grantable on, UnaryOperator<Grant> options) {
        invoke(options.apply(Grant.of(privileges, on)));
    }

    /**
     * Revokes privileges on a table or a view: {@code revoke("INSERT", "orders", "trader")}.
     *
     * @param privileges separated by commas
     */
    default void revoke(String privileges, String table, String... roles) {
        revoke(Privileges.of(privileges, roles), DatabaseObject.table(table));
    }

    /** Revokes privileges: {@code revoke(Privileges.of("EXECUTE", "PUBLIC"), function("settle()"))}. */
    default void revoke(Privileges privileges, Grantable on) {
        invoke(Revoke.of(privileges, on));
    }

    /** Revokes privileges: {@code revoke -> revoke.cascade()}. */
    default void revoke(Privileges privileges, Grantable on, UnaryOperator<Revoke> options) {
        invoke(options.apply(Revoke.of(privileges, on)));
    }

    /** Grants privileges on what will be created: {@code privileges -> privileges.inSchemas("billing")}. */
    default void grantByDefault(Privileges privileges, ObjectKind kind, UnaryOperator<AlterDefaultPrivileges> options) {
        invoke(options.apply(AlterDefaultPrivileges.grant(privileges, kind)));
    }

    /** Revokes privileges on what will be created: {@code privileges -> privileges.forRoles("billing_owner")}. */
    default void revokeByDefault(
            Privileges privileges, ObjectKind kind, UnaryOperator<AlterDefaultPrivileges> options) {
        invoke(options.apply(AlterDefaultPrivileges.revoke(privileges, kind)));
    }
}
