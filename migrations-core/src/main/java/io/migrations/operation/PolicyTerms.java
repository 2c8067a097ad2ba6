/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a policy is for and which rows it is about; nothing is said of what is null or empty.
 *
 * @param using which rows can be seen, changed and deleted
 * @param check which rows can be written
 */
public record PolicyTerms(
        List<String> roles, @Nullable Sql using, @Nullable Sql check) implements PolicyClauses<PolicyTerms> {

    /** Nothing said. */
    public static final PolicyTerms NONE = new PolicyTerms(List.of(), null, null);

    public PolicyTerms {
        roles = Names.require("role", roles);
    }

    @Override
    public PolicyTerms terms() {
        return this;
    }

    @Override
    public PolicyTerms with(PolicyTerms terms) {
        return terms;
    }

    /** As SQL; empty where nothing is said. */
    String sql() {
        List<String> parts = new ArrayList<>();
        if (!roles.isEmpty()) {
            parts.add("TO " + Roles.list(roles));
        }
        if (using != null) {
            parts.add("USING (" + using + ")");
        }
        if (check != null) {
            parts.add("WITH CHECK (" + check + ")");
        }
        return String.join(" ", parts);
    }

    /** What another says of everything that this says something of. */
    PolicyTerms answeredBy(PolicyTerms other) {
        return new PolicyTerms(
                roles.isEmpty() ? List.of() : other.roles,
                using == null ? null : other.using,
                check == null ? null : other.check);
    }

    /** The names of what {@link #answeredBy} finds no answer to. */
    List<String> unansweredBy(PolicyTerms other) {
        List<String> missing = new ArrayList<>();
        if (!roles.isEmpty() && other.roles.isEmpty()) {
            missing.add("to");
        }
        if (using != null && other.using == null) {
            missing.add("using");
        }
        if (check != null && other.check == null) {
            missing.add("withCheck");
        }
        return missing;
    }
}
