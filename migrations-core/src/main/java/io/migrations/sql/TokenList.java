/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The tokens of one statement, kept as three numbers each and made into {@link Token}s when asked for: a dump has
 * millions. Immutable.
 */
final class TokenList extends AbstractList<Token> implements RandomAccess {

    private static final TokenKind[] KINDS = TokenKind.values();
    private static final int WIDTH = 3;

    private final String text;
    private final int[] numbers;

    private TokenList(String text, int[] numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    @Override
    public int size() {
        return numbers.length / WIDTH;
    }

    @Override
    public Token get(int index) {
        Objects.checkIndex(index, size());
        return new Token(kind(index), text.substring(start(index), end(index)), start(index));
    }

    TokenKind kind(int index) {
        return KINDS[numbers[index * WIDTH + 2]];
    }

    int start(int index) {
        return numbers[index * WIDTH];
    }

    int end(int index) {
        return numbers[index * WIDTH + 1];
    }

    /** As {@link Token#is}, without making a token; false beyond the end. */
    boolean is(int index, String word) {
        return index < size()
                && kind(index) == TokenKind.WORD
                && Characters.sameWord(text, start(index), end(index), word);
    }

    /** Whether a word is one of these. */
    boolean isAny(int index, String... words) {
        for (String word : words) {
            if (is(index, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a token at the index that is this one punctuation mark or operator. */
    boolean isMark(int index, char mark) {
        return index < size()
                && end(index) - start(index) == 1
                && text.charAt(start(index)) == mark
                && kind(index) != TokenKind.OTHER;
    }

    /** The index of the first such word outside parentheses, from {@code from} on, or -1. */
    int depthZero(String word, int from) {
        int depth = 0;
        for (int i = from; i < size(); i++) {
            if (isMark(i, '(')) {
                depth++;
            } else if (isMark(i, ')')) {
                depth--;
            } else if (depth == 0 && is(i, word)) {
                return i;
            }
        }
        return -1;
    }

    boolean contains(String word) {
        for (int i = 0; i < size(); i++) {
            if (is(i, word)) {
                return true;
            }
        }
        return false;
    }

    /** Gathers the tokens of one statement after the other. */
    static final class Builder {

        private int[] numbers = new int[WIDTH * 64];
        private int length;

        @SuppressWarnings("EnumOrdinal") // within this class only, and never kept longer than the list
        void add(TokenKind kind, int start, int end) {
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, length * 2);
            }
            numbers[length++] = start;
            numbers[length++] = end;
            numbers[length++] = kind.ordinal();
        }

        boolean isEmpty() {
            return length == 0;
        }

        int firstStart() {
            return numbers[0];
        }

        int lastEnd() {
            return numbers[length - WIDTH + 1];
        }

        /** The tokens so far, of the statement whose text this is. */
        TokenList build(String text) {
            return build(text, firstStart());
        }

        /** The same for a text that starts {@code shift} before where the tokens were counted from. */
        TokenList build(String text, int shift) {
            int[] copy = Arrays.copyOf(numbers, length);
            for (int i = 0; i < copy.length; i += WIDTH) {
                copy[i] -= shift;
                copy[i + 1] -= shift;
            }
            return new TokenList(text, copy);
        }

        void clear() {
            length = 0;
        }
    }
}
