/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.Locale;

/**
 * A privilege. "5.8. Privileges" in the PostgreSQL documentation.
 *
 * @param word {@code SELECT}, {@code USAGE}, {@code ALL}; of any version, known here or not
 * @param columns the columns of the table that it is about; none for the whole of it
 */
public record Privilege(String word, List<String> columns) {

    /** Checks that it is words, and in capitals. */
    public Privilege {
        word = word.strip().toUpperCase(Locale.ROOT);
        if (!word.matches("[A-Z]+( [A-Z]+)*")) {
            throw new InvalidOperationException(
                    "'%s' is no privilege.".formatted(word), "Write one, such as SELECT, or several, one by one.");
        }
        columns = Names.require("column", columns);
    }

    /** A privilege on the whole of something, or on some columns of a table. */
    public static Privilege of(String word, String... columns) {
        return new Privilege(word, List.of(columns));
    }

    boolean isAll() {
        return word.equals("ALL") || word.equals("ALL PRIVILEGES");
    }

    String sql() {
        return columns.isEmpty() ? word : word + " (" + Names.list(columns) + ")";
    }
}
