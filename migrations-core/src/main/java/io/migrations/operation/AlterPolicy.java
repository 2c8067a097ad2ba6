/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code ALTER POLICY}: other roles or conditions.
 *
 * @param terms what changes
 * @param existing what it was before, of that at least
 */
public record AlterPolicy(String policy, Name table, PolicyTerms terms, PolicyTerms existing)
        implements Operation, PolicyClauses<AlterPolicy> {

    public AlterPolicy {
        Names.require("policy", policy);
    }

    public static AlterPolicy of(String policy, String table) {
        return new AlterPolicy(policy, Name.of(table), PolicyTerms.NONE, PolicyTerms.NONE);
    }

    /** What it was before, for the inverse: {@code existing(it -> it.using("true"))}. */
    public AlterPolicy existing(UnaryOperator<PolicyTerms> before) {
        return new AlterPolicy(policy, table, terms, before.apply(existing));
    }

    @Override
    public AlterPolicy with(PolicyTerms other) {
        return new AlterPolicy(policy, table, other, existing);
    }

    @Override
    public List<String> statements() {
        if (terms.equals(PolicyTerms.NONE)) {
            throw new InvalidOperationException(
                    "Nothing of the policy '%s' of '%s' changes.".formatted(policy, table), "Say what.");
        }
        return List.of("ALTER POLICY " + Identifiers.quoted(policy) + " ON " + table.sql() + " " + terms.sql());
    }

    @Override
    public Inverse inverse() {
        List<String> missing = terms.unansweredBy(existing);
        return missing.isEmpty()
                ? Inverse.of(new AlterPolicy(policy, table, terms.answeredBy(existing), existing.answeredBy(terms)))
                : Inverse.none(
                        "Nothing says what the policy '%s' of '%s' was before; give its existing %s, or, where it had none, drop the policy and create it."
                                .formatted(policy, table, String.join(", ", missing)));
    }
}
