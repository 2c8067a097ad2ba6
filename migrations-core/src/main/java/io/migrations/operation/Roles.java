/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as SQL: names, or the words that stand for one. "role_specification" of "GRANT" in the PostgreSQL documentation. */
final class Roles {

    private static final Set<String> WORDS = Set.of("PUBLIC", "CURRENT_ROLE", "CURRENT_USER", "SESSION_USER");

    private Roles() {}

    static String sql(String role) {
        String upper = role.toUpperCase(Locale.ROOT);
        return WORDS.contains(upper) ? upper : Identifiers.quoted(role);
    }

    static String list(List<String> roles) {
        return roles.stream().map(Roles::sql).collect(Collectors.joining(", "));
    }
}
