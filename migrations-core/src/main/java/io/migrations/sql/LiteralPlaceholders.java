/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Constants whose text looks like a placeholder, written so that none is, even in a build that replaces placeholders inside
 * quotes: the dollar as its code.
 */
public final class LiteralPlaceholders {

    private static final String NAME = "\\{[A-Za-z0-9_.-]+}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$" + NAME);
    /** Behind an even number of backslashes, which mean each other, and perhaps one that means the dollar. */
    private static final Pattern ESCAPABLE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\?\\$(?=" + NAME + ")");

    private LiteralPlaceholders() {}

    /** Whether anything in a text looks like a placeholder. */
    public static boolean areIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** One statement with the same meaning. */
    public static String escaped(String statement) {
        SqlScript script = SqlScript.parse(statement);
        if (!areIn(statement) || script.statements().size() != 1) {
            return statement;
        }
        Statement only = script.statements().get(0);
        var escaped = new StringBuilder(only.text());
        for (int i = only.tokens().size() - 1; i >= 0; i--) {
            Token token = only.tokens().get(i);
            escaped.replace(token.offset(), token.end(), escaped(only.tokens(), i));
        }
        return escaped.toString();
    }

    /**
     * A token as it is to be written. Constants beside each other stay: they are one to PostgreSQL, whose parts are all
     * written alike.
     */
    public static String escaped(List<Token> tokens, int index) {
        String text = tokens.get(index).text();
        boolean isAlone = isString(tokens, index) && !isString(tokens, index - 1) && !isString(tokens, index + 1);
        return isAlone && areIn(text) ? escapedConstant(text) : text;
    }

    private static boolean isString(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).kind() == TokenKind.STRING;
    }

    private static String escapedConstant(String constant) {
        String withEscapes = switch (constant.charAt(0)) {
            case '\'' -> "E" + constant.replace("\\", "\\\\");
            case '$' -> {
                int tag = constant.indexOf('$', 1) + 1;
                String value = constant.substring(tag, constant.length() - tag);
                yield "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
            }
            default -> constant;
        };
        return withEscapes.startsWith("E") || withEscapes.startsWith("e")
                ? ESCAPABLE.matcher(withEscapes).replaceAll("$1\\\\044")
                : constant;
    }
}
