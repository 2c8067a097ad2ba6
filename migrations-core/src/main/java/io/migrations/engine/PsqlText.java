/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Collection;

/** Words for people in a script for psql, harmless whatever they hold. */
final class PsqlText {

    private PsqlText() {}

    /** The text without line ends and other controls: one that ends a comment would make a command of the rest. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** An argument of a psql command; quoted, as backticks would run a program. */
    static String argument(String text) {
        return "'" + oneLine(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Where a database stands. */
    static String heads(Collection<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }
}
