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
    private final StringReading strings;

    private int start;
    private int end;
    private int brackets;
    private @Nullable String unfinished;
    private @Nullable Quoting quoting;

    Lexer(String text, int from, int limit, boolean backslashQuotes) {
        this.text = text;
        this.limit = limit;
        this.end = from;
        this.strings = new StringReading(backslashQuotes);
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

    /** How the current lexeme is read, if it is a string constant; none for one in dollar quotes. */
    @Nullable Quoting quoting() {
        return quoting;
    }

    boolean backslashQuotes() {
        return strings.backslashQuotes();
    }

    /** Whether a backslash escapes in plain string constants, that is, whether standard_conforming_strings is off. */
    void backslashQuotes(boolean on) {
        strings.backslashQuotes(on);
    }

    void jumpTo(int offset) {
        end = offset;
        strings.interrupt();
        brackets = 0;
    }

    Lexeme next() {
        while (end < limit && Characters.isBlank(text.charAt(end))) {
            strings.blank(text.charAt(end));
            end++;
        }
        start = end;
        unfinished = null;
        quoting = null;
        Lexeme lexeme = start < limit ? read(text.charAt(start)) : Lexeme.END;
        if (lexeme != Lexeme.STRING && lexeme != Lexeme.LINE_COMMENT) {
            strings.interrupt();
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
            case '\'' -> string(start + 1, strings.quoting());
            case '"' -> quotedIdentifier(start + 1);
            case '$' -> dollar(next);
            case ':' -> colon(next);
            case '\\' -> toLineEnd(Lexeme.META_COMMAND);
            case '(', ')', '[', ']', ',', ';', '.' -> punctuation(c);
            default -> other(c, next);
        };
    }

    private Lexeme wordOrPrefixedQuote(char c, char next) {
        Quoting prefixed = next == '\'' ? strings.quotingAfter(c) : null;
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
        while (end < limit && Characters.isIdentifierPart(text.charAt(end)) && Placeholders.end(text, end, limit) < 0) {
            end++;
        }
        return Lexeme.WORD;
    }

    private Lexeme string(int from, Quoting read) {
        closeAt(read.end(text, from, limit, '\''), "string constant");
        strings.ended(read);
        quoting = read;
        return Lexeme.STRING;
    }

    private Lexeme quotedIdentifier(int from) {
        closeAt(Quoting.STANDARD.end(text, from, limit, '"'), "quoted identifier");
        return Lexeme.QUOTED_IDENTIFIER;
    }

    private Lexeme dollar(char next) {
        int close = Placeholders.end(text, start, limit);
        if (close >= 0) {
            end = close;
            return Lexeme.PLACEHOLDER;
        }
        if (Characters.isDigit(next)) {
            for (end = start + 1; Characters.isDigit(at(end)); ) {
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
        closeAt(Quoting.dollarQuoteEnd(text, tag, tagEnd, limit), "dollar-quoted string " + tag);
        strings.interrupt();
        return Lexeme.STRING;
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
        end = Math.min(Characters.lineEnd(text, start), limit);
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
