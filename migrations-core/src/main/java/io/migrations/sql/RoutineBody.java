/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * Knows whether a statement is inside {@code BEGIN ATOMIC … END}, the body of an SQL-standard function, whose semicolons
 * don't end it. Such a body only follows {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE}.
 */
final class RoutineBody {

    private final String text;

    /** How many words of CREATE OR REPLACE FUNCTION may have been seen; 4 when no more are looked for. */
    private int leading;

    private boolean replace;
    private boolean routine;
    private boolean open;
    private int openedAt;
    private int cases;

    // What the token before was.
    private boolean afterBegin;
    private boolean afterLabelMark;
    private boolean afterBoundary;
    private int lastStart;

    RoutineBody(String text) {
        this.text = text;
    }

    boolean isOpen() {
        return open;
    }

    /** Where the BEGIN of the open body stands. */
    int openedAt() {
        return openedAt;
    }

    void reset() {
        leading = 0;
        replace = false;
        routine = false;
        open = false;
        cases = 0;
        afterBegin = false;
    }

    /** Takes note of the statement's next token; {@code depth} counts the parentheses around it. */
    void accept(TokenKind kind, int start, int end, int depth) {
        boolean word = kind == TokenKind.WORD;
        if (leading < 4) {
            routine |= word && opensRoutine(start, end);
            leading = word ? leading + 1 : 4;
        }
        if (routine && depth == 0) {
            boolean opens = !open && word && afterBegin && is(start, end, "atomic");
            if (open) {
                inside(word, start, end);
            } else if (opens) {
                open = true;
                openedAt = lastStart;
            }
            afterBoundary = opens || isMark(kind, start, ';');
            afterBegin = word && is(start, end, "begin");
            afterLabelMark = isMark(kind, start, '.') || (word && is(start, end, "as"));
            lastStart = start;
        }
    }

    private boolean opensRoutine(int start, int end) {
        boolean named = is(start, end, "function") || is(start, end, "procedure");
        return switch (leading) {
            case 0 -> {
                // Nothing but CREATE can lead here; any other first word closes the way for good.
                leading = is(start, end, "create") ? 0 : 3;
                yield false;
            }
            case 1 -> {
                replace = is(start, end, "or");
                yield named;
            }
            case 2 -> {
                replace &= is(start, end, "replace");
                yield false;
            }
            default -> replace && named;
        };
    }

    private void inside(boolean word, int start, int end) {
        // After AS or a dot, even a reserved word is only a name.
        if (!word || afterLabelMark) {
            return;
        }
        if (is(start, end, "case")) {
            cases++;
        } else if (is(start, end, "end")) {
            if (cases > 0) {
                cases--;
            } else if (afterBoundary) {
                open = false;
            }
        }
    }

    private boolean isMark(TokenKind kind, int start, char mark) {
        return kind == TokenKind.PUNCTUATION && text.charAt(start) == mark;
    }

    private boolean is(int start, int end, String word) {
        return Characters.sameWord(text, start, end, word);
    }
}
