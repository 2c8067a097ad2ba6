/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** From some privileges to others, grantee by grantee. */
final class PrivilegeChanges {

    /** Stands where nobody has anything. */
    static final String NOBODY = "nobody";

    private static final String GRANTABLE = " WITH GRANT OPTION";

    private PrivilegeChanges() {}

    /**
     * What is to be granted and revoked, without what it is on.
     *
     * @param before lines such as {@code PUBLIC: SELECT}
     * @param owner what stands for the owner in a statement
     * @param on what a statement says between the privileges and the grantee, given the privileges
     */
    static List<String> between(
            List<String> before, List<String> after, String owner, Function<Set<String>, String> on) {
        Map<String, Map<String, Boolean>> old = byGrantee(before, owner);
        Map<String, Map<String, Boolean>> now = byGrantee(after, owner);
        Set<String> grantees = new TreeSet<>(old.keySet());
        grantees.addAll(now.keySet());
        List<String> statements = new ArrayList<>();
        for (String grantee : grantees) {
            Map<String, Boolean> was = old.getOrDefault(grantee, Map.of());
            Map<String, Boolean> is = now.getOrDefault(grantee, Map.of());
            Set<String> revoked = new TreeSet<>(was.keySet());
            revoked.removeAll(is.keySet());
            Set<String> granted = new TreeSet<>();
            Set<String> grantable = new TreeSet<>();
            Set<String> noLongerGrantable = new TreeSet<>();
            is.forEach((privilege, option) -> {
                if (option && !was.getOrDefault(privilege, false)) {
                    grantable.add(privilege);
                } else if (!was.containsKey(privilege)) {
                    granted.add(privilege);
                } else if (!option && was.getOrDefault(privilege, false)) {
                    noLongerGrantable.add(privilege);
                }
            });
            add(statements, revoked, "REVOKE ", on, " FROM " + grantee);
            add(statements, noLongerGrantable, "REVOKE GRANT OPTION FOR ", on, " FROM " + grantee);
            add(statements, granted, "GRANT ", on, " TO " + grantee);
            add(statements, grantable, "GRANT ", on, " TO " + grantee + GRANTABLE);
        }
        return statements;
    }

    private static void add(
            List<String> statements,
            Set<String> privileges,
            String verb,
            Function<Set<String>, String> on,
            String grantee) {
        if (!privileges.isEmpty()) {
            statements.add(verb + on.apply(privileges) + grantee);
        }
    }

    /** By grantee, which privileges, and which of them may be handed on. */
    private static Map<String, Map<String, Boolean>> byGrantee(List<String> lines, String owner) {
        Map<String, Map<String, Boolean>> privileges = new TreeMap<>();
        lines.stream().filter(line -> !line.equals(NOBODY)).forEach(line -> {
            int colon = line.lastIndexOf(": ");
            String grantee = line.substring(0, colon).replace("<owner>", owner);
            String privilege = line.substring(colon + 2);
            boolean option = privilege.endsWith(GRANTABLE);
            privileges.computeIfAbsent(grantee, key -> new TreeMap<>()).put(privilege.replace(GRANTABLE, ""), option);
        });
        return privileges;
    }
}
