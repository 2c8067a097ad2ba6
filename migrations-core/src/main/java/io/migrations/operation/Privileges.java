/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which privileges, and whose.
 *
 * @param roles who has them; {@code PUBLIC} is everybody
 */
public record Privileges(List<Privilege> privileges, List<String> roles) {

    /** Checks that there are some of both. */
    public Privileges {
        privileges = List.copyOf(privileges);
        roles = Names.requireSome("role", roles);
        if (privileges.isEmpty()) {
            throw new InvalidOperationException("A list of privileges without any.", "Name at least one.");
        }
    }

    /**
     * Privileges as they are written, separated by commas.
     *
     * @param words {@code SELECT, INSERT}
     */
    public static Privileges of(String words, String... roles) {
        List<Privilege> each =
                Arrays.stream(words.split(",", -1)).map(Privilege::of).toList();
        return new Privileges(each, List.of(roles));
    }

    boolean hasAll() {
        return privileges.stream().anyMatch(Privilege::isAll);
    }

    String privilegeList() {
        return privileges.stream().map(Privilege::sql).collect(Collectors.joining(", "));
    }

    String roleList() {
        return Roles.list(roles);
    }
}
