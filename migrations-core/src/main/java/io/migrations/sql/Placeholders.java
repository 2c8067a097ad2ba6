/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values for {@code ${name}} in scripts. A placeholder is replaced where a token may stand, or as a part of an unquoted
 * name, and never inside quotes, dollar quotes, comments or COPY rows. As soon as one is declared, an undeclared one is a
 * fault; while none is, the text stays as it is.
 *
 * <p>A value is put in as SQL, without the blanks around it: it may hold several tokens, but it can't end the statement,
 * open a comment or leave a quote open.
 */
public final class Placeholders {

    private static final Placeholders NONE = new Placeholders(Map.of());

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Placeholders none() {
        return NONE;
    }

    public static Placeholders of(Map<String, String> values) {
        return new Placeholders(values);
    }

    /** The script with its placeholders replaced; what can't be replaced is added to its faults. */
    public SqlScript apply(SqlScript script) {
        if (values.isEmpty()) {
            return script;
        }
        var statements = new ArrayList<Statement>(script.statements().size());
        var faults = new ArrayList<>(script.faults());
        for (Statement statement : script.statements()) {
            statements.add(apply(statement.written(), faults));
        }
        return new SqlScript(statements, script.comments(), faults);
    }

    /** The end of the placeholder at that index of the text, or -1 when there is none. */
    static int end(String text, int start, int limit) {
        if (!text.startsWith("${", start)) {
            return -1;
        }
        int i = start + 2;
        while (i < limit && Characters.isPlaceholderPart(text.charAt(i))) {
            i++;
        }
        return i > start + 2 && i < limit && text.charAt(i) == '}' ? i + 1 : -1;
    }

    private Statement apply(Statement written, List<SqlFault> faults) {
        var substitution = new Substitution(written);
        for (int i = 0; i < written.tokens().size(); i++) {
            // Most tokens are none, and a token list makes its tokens when asked.
            if (!isPlaceholder(written.tokens(), i)) {
                continue;
            }
            Token token = written.tokens().get(i);
            String name = token.text().substring(2, token.text().length() - 1);
            String value = values.get(name);
            if (value == null) {
                faults.add(undeclared(written.positionOf(token), name));
            } else if (!Fragment.staysInside(value)) {
                faults.add(unfit(written.positionOf(token), name));
            } else {
                substitution.replace(token, value.strip());
            }
        }
        return substitution.result();
    }

    private static boolean isPlaceholder(List<Token> tokens, int index) {
        return tokens instanceof TokenList list
                ? list.kind(index) == TokenKind.PLACEHOLDER
                : tokens.get(index).kind() == TokenKind.PLACEHOLDER;
    }

    private SqlFault undeclared(Position position, String name) {
        return new SqlFault(
                position,
                "Placeholder '" + name + "' is not declared; known are "
                        + values.keySet().stream()
                                .sorted()
                                .map(known -> "'" + known + "'")
                                .toList() + ".",
                "Declare it, or correct the name.");
    }

    private static SqlFault unfit(Position position, String name) {
        return new SqlFault(
                position,
                "The value of placeholder '" + name + "' ends the statement, opens a comment or leaves a quote open.",
                "Give it a value that is a part of one statement.");
    }
}
