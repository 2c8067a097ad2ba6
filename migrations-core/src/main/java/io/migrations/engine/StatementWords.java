/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the names that a statement's grammar has behind its keywords. */
record StatementWords(List<Token> tokens) {

    /** A name, as it is written. */
    record Name(List<Token> parts) {

        /** With its schema, where that is written, for {@code to_regclass} and its like. */
        String written() {
            return String.join("", parts.stream().map(Token::text).toList());
        }

        boolean isQualified() {
            return parts.size() > 1;
        }

        /** Without its schema, as the catalog has it. */
        String plain() {
            return parts.get(parts.size() - 1).identifier();
        }
    }

    static StatementWords of(Statement statement) {
        return new StatementWords(statement.tokens());
    }

    boolean is(int index, String... words) {
        return index >= 0 && index < tokens.size() && List.of(words).stream().anyMatch(tokens.get(index)::is);
    }

    boolean has(String word) {
        return after(word, 0) > 0;
    }

    /** The index behind the first such word from {@code from} on; 0 without one. */
    int after(String word, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The name at an index, behind {@code IF [NOT] EXISTS} and {@code ONLY}; none at the end. */
    Optional<Name> name(int index) {
        int from = index;
        while (is(from, "if", "not", "exists", "only")) {
            from++;
        }
        if (from >= tokens.size()) {
            return Optional.empty();
        }
        int end = from + 1;
        while (end + 1 < tokens.size() && tokens.get(end).text().equals(".")) {
            end += 2;
        }
        return Optional.of(new Name(tokens.subList(from, end)));
    }

    /** The names at an index, separated by commas, up to the next word behind one. */
    List<String> names(int index) {
        List<String> names = new ArrayList<>();
        for (int i = index; i < tokens.size(); i += 2) {
            names.add(tokens.get(i).identifier());
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).text().equals(",")) {
                break;
            }
        }
        return names;
    }

    /** The index behind a list in parentheses that may stand at an index. */
    int afterOptions(int index) {
        int next = index;
        if (next < tokens.size() && tokens.get(next).text().equals("(")) {
            while (next < tokens.size() && !tokens.get(next).text().equals(")")) {
                next++;
            }
            next++;
        }
        return next;
    }
}
