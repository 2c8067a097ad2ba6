/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * Reads SQL text one lexeme at a time, as "4.1 Lexical Structure" of the PostgreSQL documentation describes it, plus what
 * psql reads between statements. Nothing is refused here: an unfinished quote is a lexeme that is {@link #unfinished()}.
 */
final class Lexer {

    private final String text;
    private final int limit;
    private final OperatorRun operators = new OperatorRun();

    private int start;
    private int end;
    private boolean backslashQuotes;
    private int brackets;
    private @Nullable String unfinished;

    // A string constant goes on in the next one when only blanks and line comments with a line end are between them,
    // and
    // then it is still read the way its first part is.
    private @Nullable Quoting continued;
    private boolean lineEnded;

    Lexer(String text, int from, int limit, boolean backslashQuotes) {
        this.text = text;
        this.limit = limit;
        this.end = from;
        this.backslashQuotes = backslashQuotes;
    }

    /** Where the current lexeme starts. */
    int start() {
        return start;
    }

    /** Where it ends, exclusive. */
    int end() {
        return end;
    }

    /** What the current lexeme opened and never closed, as a noun for messages. */
    @Nullable String unfinished() {
        return unfinished;
    }

    boolean backslashQuotes() {
        return backslashQuotes;
    }

    /** Whether a backslash escapes in plain string constants, that is, whether standard_conforming_strings is off. */
    void backslashQuotes(boolean on) {
        backslashQuotes = on;
    }

    void jumpTo(int offset) {
        end = offset;
        continued = null;
        brackets = 0;
    }

    Lexeme next() {
        while (end < limit && Characters.isBlank(text.charAt(end))) {
            lineEnded |= Characters.isLineEnd(text.charAt(end));
            end++;
        }
        start = end;
        unfinished = null;
        Quoting before = continued;
        Lexeme lexeme = start < limit ? read(text.charAt(start)) : Lexeme.END;
        if (lexeme == Lexeme.LINE_COMMENT) {
            continued = before;
        } else {
            lineEnded = false;
            if (lexeme != Lexeme.STRING) {
                continued = null;
            }
        }
        return lexeme;
    }

    private Lexeme read(char c) {
        char next = at(start + 1);
        if (Characters.isIdentifierStart(c)) {
            return wordOrPrefixedQuote(c, next);
        }
        if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(next))) {
            end = NumberEnd.of(text, start, limit);
            return Lexeme.NUMBER;
        }
        return switch (c) {
            case '\'' -> string(start + 1, continued != null && lineEnded ? continued : plainQuoting());
            case '"' -> quotedIdentifier(start + 1);
            case '$' -> dollar(next);
            case ':' -> colon(next);
            case '\\' -> toLineEnd(Lexeme.META_COMMAND);
            case '(', ')', '[', ']', ',', ';', '.' -> punctuation(c);
            default -> other(c, next);
        };
    }

    private Lexeme wordOrPrefixedQuote(char c, char next) {
        Quoting prefixed = next == '\'' ? prefixQuoting(c) : null;
        if (prefixed != null) {
            return string(start + 2, prefixed);
        }
        if ((c == 'u' || c == 'U') && next == '&') {
            char quote = at(start + 2);
            if (quote == '\'') {
                return string(start + 3, Quoting.STANDARD);
            }
            if (quote == '"') {
                return quotedIdentifier(start + 3);
            }
        }
        end = start + 1;
        while (end < limit && Characters.isIdentifierPart(text.charAt(end)) && placeholderEnd(end) < 0) {
            end++;
        }
        return Lexeme.WORD;
    }

    private @Nullable Quoting prefixQuoting(char prefix) {
        return switch (prefix) {
            case 'e', 'E' -> Quoting.BACKSLASH;
            case 'b', 'B', 'x', 'X' -> Quoting.BITS;
            case 'n', 'N' -> plainQuoting();
            default -> null;
        };
    }

    private Quoting plainQuoting() {
        return backslashQuotes ? Quoting.BACKSLASH : Quoting.STANDARD;
    }

    private Lexeme string(int from, Quoting quoting) {
        closeAt(quoting.end(text, from, limit, '\''), "string constant");
        continued = quoting;
        return Lexeme.STRING;
    }

    private Lexeme quotedIdentifier(int from) {
        closeAt(Quoting.STANDARD.end(text, from, limit, '"'), "quoted identifier");
        return Lexeme.QUOTED_IDENTIFIER;
    }

    private Lexeme dollar(char next) {
        int close = placeholderEnd(start);
        if (close >= 0) {
            end = close;
            return Lexeme.PLACEHOLDER;
        }
        if (Characters.isDigit(next)) {
            end = start + 1;
            while (Characters.isDigit(at(end))) {
                end++;
            }
            return Lexeme.PARAMETER;
        }
        int tagEnd = Quoting.dollarTagEnd(text, start, limit);
        if (tagEnd < 0) {
            end = start + 1;
            return Lexeme.OTHER;
        }
        String tag = text.substring(start, tagEnd);
        int closing = text.indexOf(tag, tagEnd);
        int after = closing + tag.length();
        closeAt(closing < 0 || after > limit ? -1 : after, "dollar-quoted string " + tag);
        // A string constant never goes on after a dollar quote.
        continued = null;
        return Lexeme.STRING;
    }

    private int placeholderEnd(int from) {
        if (at(from) != '$' || at(from + 1) != '{') {
            return -1;
        }
        int i = from + 2;
        while (Characters.isPlaceholderPart(at(i))) {
            i++;
        }
        return i > from + 2 && at(i) == '}' ? i + 1 : -1;
    }

    private Lexeme colon(char next) {
        int variableEnd = brackets == 0 ? PsqlSyntax.variableEnd(text, start, limit) : -1;
        if (variableEnd >= 0) {
            end = variableEnd;
            return Lexeme.VARIABLE;
        }
        end = start + (next == ':' || next == '=' ? 2 : 1);
        return Lexeme.OPERATOR;
    }

    private Lexeme punctuation(char c) {
        if (c == '[') {
            brackets++;
        } else if (c == ';') {
            brackets = 0;
        } else if (c == ']' && brackets > 0) {
            brackets--;
        }
        end = start + 1;
        return Lexeme.PUNCTUATION;
    }

    private Lexeme other(char c, char next) {
        if (c == '-' && next == '-') {
            return toLineEnd(Lexeme.LINE_COMMENT);
        }
        if (c == '/' && next == '*') {
            closeAt(Quoting.blockCommentEnd(text, start, limit), "block comment");
            return Lexeme.BLOCK_COMMENT;
        }
        if (Characters.isOperator(c)) {
            end = operators.end(text, start, limit);
            return Lexeme.OPERATOR;
        }
        end = start + 1;
        return Lexeme.OTHER;
    }

    private Lexeme toLineEnd(Lexeme lexeme) {
        end = start;
        while (end < limit && !Characters.isLineEnd(text.charAt(end))) {
            end++;
        }
        return lexeme;
    }

    private void closeAt(int index, String what) {
        end = index < 0 ? limit : index;
        unfinished = index < 0 ? what : null;
    }

    private char at(int index) {
        return index < limit ? text.charAt(index) : '\0';
    }
}
