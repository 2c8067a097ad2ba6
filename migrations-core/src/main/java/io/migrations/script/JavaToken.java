/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of Java source: a word, a constant or a mark. Comments are none.
 *
 * @param text as written
 */
record JavaToken(String text) {

    /** Possessive, so that no text makes it slow or deep. */
    private static final Pattern TOKEN = Pattern.compile("(?s)//[^\r\n]*+|/\\*.*?(?:\\*/|\\z)"
            + "|(\"\"\"(?:[^\\\\\"]|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\\\\\"\r\n]|\\\\.)*+\"|'(?:[^\\\\'\r\n]|\\\\.)*+'"
            + "|[\\p{javaJavaIdentifierStart}0-9][\\p{javaJavaIdentifierPart}]*+|[^\\s])");

    /** The tokens of a source. */
    static List<JavaToken> all(String source) {
        List<JavaToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                tokens.add(new JavaToken(matcher.group(1)));
            }
        }
        return tokens;
    }

    boolean is(String other) {
        return text.equals(other);
    }

    /** Whether this is a string that stands in one line. */
    boolean isString() {
        return text.startsWith("\"") && !text.startsWith("\"\"\"");
    }

    boolean isName() {
        return Character.isJavaIdentifierStart(text.charAt(0));
    }

    /** What a string is at run time; as it is written where it has codes of characters. */
    String value() {
        String inside = text.substring(1, text.length() - 1);
        try {
            return inside.translateEscapes();
        } catch (IllegalArgumentException exception) {
            return inside;
        }
    }
}
