/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What every name has to be, and how several are written. */
final class Names {

    private Names() {}

    /**
     * Returns the name.
     *
     * @param what what it names, for the message: {@code column}
     * @throws InvalidOperationException where PostgreSQL would refuse or cut it
     */
    static String require(String what, String name) {
        if (name.isBlank()) {
            throw new InvalidOperationException("A %s without a name.".formatted(what), "Give it one.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new InvalidOperationException(
                    "The %s name '%s' has a NUL character.".formatted(what, name.replace('\0', ' ')),
                    "Remove it: PostgreSQL knows none.");
        }
        if (!Identifiers.fits(name)) {
            throw new InvalidOperationException(
                    "The %s name '%s' has %d bytes, and PostgreSQL keeps %d."
                            .formatted(what, name, name.getBytes(StandardCharsets.UTF_8).length, Identifiers.LONGEST),
                    "Shorten it.");
        }
        return name;
    }

    /** Some names, checked, as an immutable list. */
    static List<String> require(String what, List<String> names) {
        names.forEach(name -> require(what, name));
        return List.copyOf(names);
    }

    /** The same, where there has to be at least one. */
    static List<String> requireSome(String what, List<String> names) {
        if (names.isEmpty()) {
            throw new InvalidOperationException("A list of %ss without any.".formatted(what), "Name at least one.");
        }
        return require(what, names);
    }

    /** Names separated by commas, as SQL. */
    static String list(List<String> names) {
        return names.stream().map(Identifiers::quoted).collect(Collectors.joining(", "));
    }
}
