/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters written {@code :name} in a text of SQL, as Alembic's {@code text()} and Spring's JdbcClient know them. They
 * stand where a token may, never in quotes, dollar quotes or comments, and {@code ::type} is none. A colon right behind a
 * word, as in {@code a[low:high]}, is none either.
 */
public final class NamedParameters {

    private record Place(String name, int start, int end) {}

    private final String text;
    private final List<Place> places = new ArrayList<>();

    private NamedParameters(String text) {
        this.text = text;
        var lexer = new Lexer(text, 0, text.length(), false);
        int colon = -1;
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            if (lexeme == Lexeme.WORD && colon >= 0 && colon + 1 == lexer.start()) {
                places.add(new Place(text.substring(lexer.start(), lexer.end()), colon, lexer.end()));
            }
            colon = isLoneColon(lexeme, lexer) ? lexer.start() : -1;
        }
    }

    public static NamedParameters in(String text) {
        return new NamedParameters(text);
    }

    /** The names, each once, in the order of the text. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        places.forEach(place -> names.add(place.name()));
        return names;
    }

    /**
     * The text with constants of SQL in their places.
     *
     * @param constants one for every name
     */
    public String replaced(Map<String, String> constants) {
        var replaced = new StringBuilder();
        int copied = 0;
        for (Place place : places) {
            replaced.append(text, copied, place.start());
            append(replaced, String.valueOf(constants.get(place.name())));
            copied = place.end();
            if (copied < text.length() && text.charAt(copied) == '\'') {
                // Two quotes without a blank would be one quote in one constant.
                replaced.append(' ');
            }
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private boolean isLoneColon(Lexeme lexeme, Lexer lexer) {
        boolean colon = lexeme == Lexeme.OPERATOR && text.startsWith(":", lexer.start());
        boolean behindWord = lexer.start() > 0 && Characters.isIdentifierPart(text.charAt(lexer.start() - 1));
        return colon && lexer.end() == lexer.start() + 1 && !behindWord;
    }

    /** So that it stays a token of its own: no comment out of two minus signs, no longer constant out of two quotes. */
    private static void append(StringBuilder text, String constant) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        boolean apart = Characters.isBlank(last) || last == '(' || last == ',' || last == '[';
        text.append(apart ? "" : " ").append(constant.startsWith("-") ? "(" + constant + ")" : constant);
    }
}
