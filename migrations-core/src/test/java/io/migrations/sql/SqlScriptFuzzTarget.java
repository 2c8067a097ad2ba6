/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold for any text whatever that is taken apart as a script. Called by a fuzzer, see CONTRIBUTING.md, and by
 * {@code FuzzCorpusTests} with what it has found.
 */
public final class SqlScriptFuzzTarget {

    private SqlScriptFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
    }

    static void check(String text) {
        SqlScript script = SqlScript.parse(text);

        checkPlaces(text, script);
        if (script.faults().isEmpty()) {
            checkGaps(text, script);
            checkJoined(script);
            checkLayout(text, script);
        }
    }

    private static void checkPlaces(String text, SqlScript script) {
        int end = 0;
        var places = new Places(text);
        for (Statement statement : script.statements()) {
            assertThat(statement.offset()).isGreaterThanOrEqualTo(end);
            assertThat(text.startsWith(statement.text(), statement.offset())).isTrue();
            assertThat(statement.position()).isEqualTo(places.of(statement.offset()));
            assertThat(statement.positionOf(1)).isEqualTo(statement.position());
            checkTokens(statement, places);
            end = statement.offset() + statement.text().length();
            if (statement.copyData() != null) {
                assertThat(text.indexOf(statement.copyData(), end)).isPositive();
                end += statement.copyData().length();
            }
        }
        for (Comment comment : script.comments()) {
            assertThat(text.startsWith(comment.text(), comment.offset())).isTrue();
            assertThat(comment.position()).isEqualTo(places.of(comment.offset()));
        }
        for (SqlFault fault : script.faults()) {
            assertThat(places.contains(fault.position())).as("%s", fault).isTrue();
        }
    }

    private static void checkTokens(Statement statement, Places places) {
        int end = 0;
        assertThat(statement.tokens()).isNotEmpty();
        for (Token token : statement.tokens()) {
            boolean isThere = !token.text().isEmpty()
                    && token.offset() >= end
                    && statement.text().startsWith(token.text(), token.offset())
                    && statement.positionOf(token).equals(places.of(statement.offset() + token.offset()));
            if (!isThere) {
                fail("%s in '%s'", token, statement.text());
            }
            end = token.end();
        }
        assertThat(statement.tokens().get(0).offset()).isZero();
        assertThat(end).isEqualTo(statement.text().length());
    }

    /** Between two statements nothing is lost: there are blanks, comments, semicolons and rows only. */
    private static void checkGaps(String text, SqlScript script) {
        int from = 0;
        for (Statement statement : script.statements()) {
            assertNothing(text.substring(from, statement.offset()));
            from = statement.offset() + statement.text().length();
            if (statement.copyData() != null) {
                from = afterRows(text, from, statement.copyData());
            }
        }
        assertNothing(text.substring(from));
    }

    private static int afterRows(String text, int from, String rows) {
        int start = text.indexOf(rows + "\\.", lineEnd(text, from) + 1);
        assertThat(start).isPositive();
        int marker = start + rows.length() + "\\.".length();
        return Math.min(text.length(), marker);
    }

    /** The end of the line with the statement's semicolon. */
    private static int lineEnd(String text, int from) {
        var lexer = new Lexer(text, from, text.length(), false);
        lexer.next();
        while (text.charAt(lexer.start()) != ';') {
            lexer.next();
        }
        return Characters.lineEnd(text, lexer.end());
    }

    private static void assertNothing(String gap) {
        SqlScript nothing = SqlScript.parse(gap);
        assertThat(nothing.statements()).as(gap).isEmpty();
        assertThat(nothing.faults()).as(gap).isEmpty();
    }

    /** The statements alone, put together again, are the same statements. */
    private static void checkJoined(SqlScript script) {
        var joined = new StringBuilder("\n");
        for (Statement statement : script.statements()) {
            String rows = statement.copyData();
            String lineEnd = rows == null || rows.isEmpty() || rows.endsWith("\n") ? "\n" : "\r";
            joined.append(statement.text()).append(';').append(lineEnd);
            if (rows != null) {
                joined.append(rows).append("\\.").append(lineEnd);
            }
        }
        SqlScript again = SqlScript.parse(joined.toString());

        assertThat(again.faults()).isEmpty();
        assertSame(again, script);
        assertThat(again.statements().stream().map(Statement::text))
                .isEqualTo(script.statements().stream().map(Statement::text).toList());
    }

    private static void assertSame(SqlScript actual, SqlScript expected) {
        assertThat(shapes(actual)).isEqualTo(shapes(expected));
        assertThat(Checksum.of(actual.statements())).isEqualTo(Checksum.of(expected.statements()));
    }

    private static List<String> shapes(SqlScript script) {
        return script.statements().stream()
                .map(statement -> statement.kind() + " " + statement.command())
                .toList();
    }

    /** Neither blanks nor comments nor the kind of the line ends make another script of it. */
    private static void checkLayout(String text, SqlScript script) {
        for (String blank : List.of(" ", " /* ; ' $$ /* \" */ ( */ ", " -- ' ; ) $$\n")) {
            assertSame(parsed(loosened(text, script, blank)), script);
        }
        if (text.indexOf('\r') < 0) {
            assertSame(parsed(text.replace("\n", "\r\n")), script);
        }
    }

    private static SqlScript parsed(String text) {
        SqlScript script = SqlScript.parse(text);
        assertThat(script.faults()).as(text).isEmpty();
        return script;
    }

    private static String loosened(String text, SqlScript script, String blank) {
        var loosened = new StringBuilder();
        int copied = 0;
        for (Statement statement : script.statements()) {
            List<Token> tokens = new ArrayList<>(statement.tokens());
            for (int i = 1; i < tokens.size(); i++) {
                if (mayPart(tokens.get(i - 1), tokens.get(i))) {
                    int at = statement.offset() + tokens.get(i).offset();
                    loosened.append(text, copied, at).append(blank);
                    copied = at;
                }
            }
        }
        return loosened.append(text, copied, text.length()).toString();
    }

    /** A placeholder belongs to the name beside it, and a constant may go on in the next line. */
    private static boolean mayPart(Token left, Token right) {
        boolean joined = left.end() == right.offset()
                && (left.kind() == TokenKind.PLACEHOLDER || right.kind() == TokenKind.PLACEHOLDER);
        return !joined && !(left.kind() == TokenKind.STRING && right.kind() == TokenKind.STRING);
    }
}
