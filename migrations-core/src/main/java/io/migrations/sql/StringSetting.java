/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Locale;

/**
 * Follows standard_conforming_strings through a script, as far as its statements say so literally: when it is off, a
 * backslash escapes in plain string constants.
 */
final class StringSetting {

    private static final String NAME = "standard_conforming_strings";

    private StringSetting() {}

    /** Whether a backslash escapes after that statement. */
    static boolean after(TokenList tokens, boolean before) {
        if (tokens.isAny(0, "reset", "discard")) {
            return before && !(tokens.is(1, "all") || isName(tokens, 1));
        }
        if (!tokens.is(0, "set")) {
            return before;
        }
        int name = tokens.isAny(1, "session", "local") ? 2 : 1;
        boolean assigned = isName(tokens, name)
                && (tokens.is(name + 1, "to") || tokens.isMark(name + 1, '='))
                && name + 2 < tokens.size();
        return assigned ? isOff(tokens.get(name + 2)) : before;
    }

    private static boolean isName(TokenList tokens, int index) {
        return index < tokens.size() && tokens.get(index).identifier().equalsIgnoreCase(NAME);
    }

    /** PostgreSQL takes any beginning of these words that is not also a beginning of "on". */
    private static boolean isOff(Token value) {
        String word = value.text().replace("'", "").toLowerCase(Locale.ROOT);
        return word.equals("0")
                || (!word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word)))
                || (word.length() > 1 && "off".startsWith(word));
    }
}
