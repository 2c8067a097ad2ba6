/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The replacing of one statement's placeholders. */
final class Replacement {

    /** A placeholder inside quotes, and its value. */
    private record Place(int from, int to, String value) {}

    private final Map<String, String> values;
    private final Statement written;
    private final String text;
    private final Substitution substitution;
    private final List<SqlFault> faults;

    Replacement(Map<String, String> values, Statement written, Substitution substitution, List<SqlFault> faults) {
        this.values = values;
        this.written = written;
        this.text = written.text();
        this.substitution = substitution;
        this.faults = faults;
    }

    void outsideQuotes() {
        List<Token> tokens = written.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            // Most tokens are none, and a token list makes its tokens when asked.
            if (isPlaceholder(tokens, i)) {
                Token token = tokens.get(i);
                asSql(token.offset(), token.end());
            }
        }
    }

    void everywhere() {
        var lexer = new Lexer(text, 0, text.length(), written.origin().backslashQuotes());
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            if (lexeme == Lexeme.PLACEHOLDER) {
                asSql(lexer.start(), lexer.end());
            } else if (lexeme == Lexeme.STRING) {
                inside(lexer.start(), lexer.end(), lexer.quoting());
            }
        }
    }

    private void asSql(int from, int to) {
        value(from, to).ifPresent(value -> {
            // Behind the letter E, or a constant that began with it, a backslash escapes.
            if (Fragment.staysInside(value, false) && Fragment.staysInside(value, true)) {
                substitution.replaceTokens(from, to, SqlScript.stripped(value));
            } else {
                unfit(
                        new Place(from, to, value),
                        "ends the statement, opens a comment or leaves a quote open",
                        "Give it a value that is a part of one statement.");
            }
        });
    }

    private void inside(int start, int end, @Nullable Quoting quoting) {
        List<Place> places = new ArrayList<>();
        // The second dollar of a tag is no placeholder's first.
        int first = quoting == null ? Quoting.dollarTagEnd(text, start, end) : start;
        for (int from = first; from < end; from++) {
            int to = Placeholders.end(text, from, end);
            if (to >= 0) {
                int begin = from;
                value(begin, to).ifPresent(value -> places.add(new Place(begin, to, value)));
                from = to - 1;
            }
        }
        if (quoting == null) {
            dollarQuoted(start, end, places);
        } else {
            int reported = faults.size();
            places.forEach(place -> check(start, place, quoting));
            if (faults.size() == reported) {
                inConstant(start, end, places, quoting);
            }
        }
    }

    /** What stands around the values is read once more with them, as nothing may end the constant but its own quote. */
    private void inConstant(int start, int end, List<Place> places, Quoting quoting) {
        String replaced = replaced(start, end, places, quoting::escaped);
        if (places.isEmpty() || quoting.isWhole(replaced)) {
            places.forEach(place -> substitution.replace(place.from(), place.to(), quoting.escaped(place.value())));
        } else {
            unfit(places.get(0), "ends the constant it is in", "Give it a value without quotes and backslashes.");
        }
    }

    private void check(int start, Place place, Quoting quoting) {
        if (hasNul(place)) {
            return;
        }
        if (quoting == Quoting.BACKSLASH && Quoting.isEscaped(text, start, place.from())) {
            unfit(
                    place,
                    "stands behind a backslash, which would escape its first character",
                    "Write two backslashes for one, or leave it out.");
        } else if (quoting == Quoting.BITS && place.value().indexOf('\'') >= 0) {
            unfit(place, "ends the bit string it is in", "Give it bits, or hexadecimal digits.");
        } else if (isUnicode(start)) {
            unfit(
                    place,
                    "stands in a U&'' constant, where its backslashes would be escapes",
                    "Write a plain string constant.");
        }
    }

    private String replaced(int start, int end, List<Place> places, UnaryOperator<String> escape) {
        var replaced = new StringBuilder();
        int copied = start;
        for (Place place : places) {
            replaced.append(text, copied, place.from()).append(escape.apply(place.value()));
            copied = place.to();
        }
        return replaced.append(text, copied, end).toString();
    }

    /** What stands around the values may complete the tag, so the whole is looked at. */
    private void dollarQuoted(int start, int end, List<Place> places) {
        if (places.isEmpty() || places.stream().anyMatch(this::hasNul)) {
            return;
        }
        String tag = text.substring(start, Quoting.dollarTagEnd(text, start, end));
        String replaced = replaced(start, end, places, value -> value);
        if (replaced.indexOf(tag, tag.length()) + tag.length() == replaced.length()) {
            places.forEach(place -> substitution.replace(place.from(), place.to(), place.value()));
        } else {
            Place culprit = places.stream()
                    .filter(place -> place.value().contains(tag))
                    .findFirst()
                    .orElse(places.get(0));
            unfit(
                    culprit,
                    "makes up the tag '%s', which ends the dollar quote it is in".formatted(tag),
                    "Write another tag around it.");
        }
    }

    private boolean hasNul(Place place) {
        boolean nul = place.value().indexOf('\0') >= 0;
        if (nul) {
            unfit(place, "holds the character NUL", "PostgreSQL has no such character: remove it.");
        }
        return nul;
    }

    private boolean isUnicode(int start) {
        return text.startsWith("&", start + 1);
    }

    private Optional<String> value(int from, int to) {
        String value = values.get(name(from, to));
        if (value == null) {
            faults.add(new SqlFault(
                    position(from),
                    "Placeholder '%s' is not declared; known are %s."
                            .formatted(
                                    name(from, to),
                                    values.keySet().stream()
                                            .sorted()
                                            .map("'%s'"::formatted)
                                            .toList()),
                    "Declare it, or correct the name."));
        }
        return Optional.ofNullable(value);
    }

    private void unfit(Place place, String why, String remedy) {
        String name = name(place.from(), place.to());
        faults.add(
                new SqlFault(position(place.from()), "The value of placeholder '%s' %s.".formatted(name, why), remedy));
    }

    private String name(int from, int to) {
        return text.substring(from + 2, to - 1);
    }

    private Position position(int offset) {
        return written.position().advance(text, 0, offset);
    }

    private static boolean isPlaceholder(List<Token> tokens, int index) {
        return tokens instanceof TokenList list
                ? list.kind(index) == TokenKind.PLACEHOLDER
                : tokens.get(index).kind() == TokenKind.PLACEHOLDER;
    }
}
