/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code CREATE POLICY}. It does nothing before row security is enabled on the table.
 *
 * @param restricting whether its condition has to be met along with others ({@code AS RESTRICTIVE})
 * @param command what it is about
 * @param terms whom it is for and which rows
 */
public record CreatePolicy(String policy, Name table, boolean restricting, PolicyCommand command, PolicyTerms terms)
        implements Creation, PolicyClauses<CreatePolicy> {

    public CreatePolicy {
        Names.require("policy", policy);
    }

    public static CreatePolicy of(String policy, String table) {
        return new CreatePolicy(policy, Name.of(table), false, PolicyCommand.ALL, PolicyTerms.NONE);
    }

    /** {@code AS RESTRICTIVE}: its condition has to be met along with others. */
    public CreatePolicy restrictive() {
        return new CreatePolicy(policy, table, true, command, terms);
    }

    /** {@code FOR}: what it is about. */
    public CreatePolicy on(PolicyCommand about) {
        return new CreatePolicy(policy, table, restricting, about, terms);
    }

    @Override
    public CreatePolicy with(PolicyTerms other) {
        return new CreatePolicy(policy, table, restricting, command, other);
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.POLICY, new Name(null, policy), table, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE POLICY " + Identifiers.quoted(policy) + " ON " + table.sql())
                .addIf(restricting, "AS RESTRICTIVE")
                .addIf(command != PolicyCommand.ALL, "FOR " + command)
                .addIfAny(terms.sql())
                .statement();
    }
}
