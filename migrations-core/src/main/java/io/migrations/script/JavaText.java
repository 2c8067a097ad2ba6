/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.Legible;
import java.util.List;

/** Text as a constant of Java: of one line as a string, of several as a text block, which any indentation leaves as it is. */
public final class JavaText {

    private static final String QUOTES = "\"\"\"";

    private JavaText() {}

    /** The constant, as an expression; the lines of a text block may be indented by as much as there is need. */
    public static String of(String text) {
        return text.contains("\n") ? block(text) : "\"" + escaped(text, true) + "\"";
    }

    private static String block(String text) {
        var block = new StringBuilder(QUOTES).append('\n');
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size() - 1; i++) {
            block.append(line(lines.get(i))).append('\n');
        }
        String last = lines.get(lines.size() - 1);
        // The quotes stand in a line of their own, so that no blank at the beginning of all lines is taken off.
        return block.append(last.isEmpty() ? "" : line(last) + "\\\n")
                .append(QUOTES)
                .toString();
    }

    private static String line(String text) {
        String escaped = escaped(text, false).replace(QUOTES, "\\\"\\\"\\\"");
        if (escaped.endsWith(" ")) {
            return escaped.substring(0, escaped.length() - 1) + "\\s";
        }
        return escaped.endsWith("\t") ? escaped.substring(0, escaped.length() - 1) + "\\t" : escaped;
    }

    private static String escaped(String text, boolean quotes) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> escaped.append("\\\\");
                case '"' -> escaped.append(quotes ? "\\\"" : "\"");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append(quotes ? "\\t" : "\t");
                case '\n' -> escaped.append("\\n");
                default -> append(escaped, character);
            }
        });
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        if (Legible.isLegible(character)) {
            escaped.appendCodePoint(character);
        } else if (character < ' ') {
            // The compiler takes such a code in hexadecimal for the character itself, before it reads strings.
            escaped.append("\\%03o".formatted(character));
        } else {
            for (char unit : Character.toChars(character)) {
                escaped.append("\\u%04x".formatted((int) unit));
            }
        }
    }
}
