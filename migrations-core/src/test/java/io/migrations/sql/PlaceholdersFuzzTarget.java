/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for any values whatever of two placeholders, {@code a} and {@code b}, in any script. The input is their
 * values and the script, with a backtick after each value. Called by a fuzzer, see CONTRIBUTING.md, and by {@code
 * FuzzCorpusTests} with what it has found.
 */
public final class PlaceholdersFuzzTarget {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([ab])}");

    private PlaceholdersFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("`", 3);
        if (parts.length == 3) {
            check(Map.of("a", parts[0], "b", parts[1]), parts[2]);
        }
    }

    static void check(Map<String, String> values, String text) {
        SqlScript written = SqlScript.parse(text);
        if (!written.faults().isEmpty()) {
            return;
        }
        check(values, written, Placeholders.of(values).apply(written), false);
        check(values, written, Placeholders.of(values).inQuotes().apply(written), true);
    }

    private static void check(Map<String, String> values, SqlScript written, SqlScript replaced, boolean inQuotes) {
        if (!replaced.faults().isEmpty()) {
            return;
        }
        assertThat(replaced.statements()).hasSameSizeAs(written.statements());
        assertThat(Checksum.of(replaced.statements())).isEqualTo(Checksum.of(written.statements()));
        for (int i = 0; i < replaced.statements().size(); i++) {
            check(values, written.statements().get(i), replaced.statements().get(i), inQuotes);
        }
    }

    private static void check(Map<String, String> values, Statement written, Statement replaced, boolean inQuotes) {
        assertThat(replaced.positionOf(1)).isEqualTo(written.position());
        replaced.tokens().forEach(replaced::positionOf);
        boolean backslashQuotes = written.origin().backslashQuotes();
        // A value whose quotes end elsewhere where a backslash escapes is not compared: it may stand in either place.
        boolean compared =
                values.values().stream().allMatch(value -> lexemes(value, true).equals(lexemes(value, false)));
        if (compared) {
            assertThat(lexemes(replaced.text(), backslashQuotes))
                    .isEqualTo(expected(values, written.text(), backslashQuotes, inQuotes));
        }
    }

    /** What is no blank, in one piece: a value may go on with a name, and blanks may be added around it. */
    private static String lexemes(String text, boolean backslashQuotes) {
        var lexer = new Lexer(text, 0, text.length(), backslashQuotes);
        var lexemes = new StringBuilder();
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            lexemes.append(text, lexer.start(), lexer.end());
        }
        return lexemes.toString();
    }

    private static String expected(Map<String, String> values, String text, boolean backslashQuotes, boolean inQuotes) {
        var lexer = new Lexer(text, 0, text.length(), backslashQuotes);
        var expected = new StringBuilder();
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            String part = text.substring(lexer.start(), lexer.end());
            if (lexeme == Lexeme.PLACEHOLDER) {
                expected.append(lexemes(value(values, part), backslashQuotes));
            } else if (lexeme == Lexeme.STRING && inQuotes) {
                Quoting quoting = lexer.quoting();
                expected.append(inside(values, part, quoting));
            } else {
                expected.append(part);
            }
        }
        return expected.toString();
    }

    private static String inside(Map<String, String> values, String constant, @Nullable Quoting quoting) {
        int tag = quoting == null ? Quoting.dollarTagEnd(constant, 0, constant.length()) : 0;
        return constant.substring(0, tag)
                + PLACEHOLDER.matcher(constant.substring(tag)).replaceAll(found -> {
                    String value = values.get(found.group(1));
                    return Matcher.quoteReplacement(quoting == null ? value : quoting.escaped(value));
                });
    }

    private static String value(Map<String, String> values, String placeholder) {
        return values.get(placeholder.substring(2, placeholder.length() - 1));
    }
}
