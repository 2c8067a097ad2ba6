/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for {@code ${name}} in scripts. A placeholder is replaced where a token may stand, or as a part of an unquoted
 * name, and never inside quoted names, comments or COPY rows; inside string constants and dollar quotes only if so told.
 * As soon as one is declared, an undeclared one in such a place is a fault; while none is, the text stays as it is.
 *
 * <p>As SQL, a value is put in without the blanks around it, but with one where it would run into what stands beside it
 * and be no name together: it may hold several tokens, but it can't end the statement, open a comment or leave a quote
 * open. Inside a string constant it is put in as it is, so escaped that it can't end the constant; behind a backslash that
 * would escape its first character, it is a fault. Inside dollar quotes it is put in as it is, and can't hold their tag.
 */
public final class Placeholders {

    private static final Placeholders NONE = new Placeholders(Map.of(), false);

    private final Map<String, String> values;
    private final boolean inQuotes;

    private Placeholders(Map<String, String> values, boolean inQuotes) {
        this.values = Map.copyOf(values);
        this.inQuotes = inQuotes;
    }

    public static Placeholders none() {
        return NONE;
    }

    public static Placeholders of(Map<String, String> values) {
        return new Placeholders(values, false);
    }

    /** The same, replaced inside string constants and dollar quotes as well. */
    public Placeholders inQuotes() {
        return new Placeholders(values, true);
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

    /** The placeholder at that index of a text, or whose inside begins there; none where there is none. */
    public static Optional<String> at(String text, int index) {
        for (int start = index; start >= Math.max(0, index - 1); start--) {
            int end = end(text, start, text.length());
            if (end >= 0) {
                return Optional.of(text.substring(start, end));
            }
        }
        return Optional.empty();
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
        if (inQuotes && written.text().contains("${")) {
            new Replacement(values, written, substitution, faults).everywhere();
        } else {
            new Replacement(values, written, substitution, faults).outsideQuotes();
        }
        return substitution.result();
    }
}
