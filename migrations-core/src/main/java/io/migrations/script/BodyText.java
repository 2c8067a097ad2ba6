/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Comment;
import io.migrations.sql.LiteralPlaceholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL that came about elsewhere, as a part of a revision's file: whatever is in it, the same statements are read out of the
 * file again, in any build.
 */
final class BodyText {

    private static final Pattern DASHES = Pattern.compile("^--+\\s*");

    private final String text;
    private final SqlScript script;
    private final StringBuilder written = new StringBuilder();
    private int copied;

    private BodyText(String text, SqlScript script) {
        this.text = text;
        this.script = script;
    }

    /**
     * The text as it is to be written.
     *
     * @throws RevisionNotWrittenException where it can't be read as SQL
     */
    static String of(String revision, String text) {
        SqlScript script = SqlScript.parse(text);
        script.faults().stream().findFirst().ifPresent(fault -> {
            throw RevisionNotWrittenException.because(
                    revision,
                    "What it is to do can't be read as SQL: line %d: %s"
                            .formatted(fault.position().line(), fault.message()));
        });
        return SqlScript.stripped(new BodyText(text, script).rewritten());
    }

    private String rewritten() {
        List<Comment> comments = script.comments();
        int next = 0;
        for (Statement statement : script.statements()) {
            int end = statement.offset() + statement.text().length();
            while (next < comments.size() && comments.get(next).offset() < statement.offset()) {
                rewriteBetween(comments.get(next++));
            }
            List<Token> tokens = statement.tokens();
            boolean hasPlaceholder = LiteralPlaceholders.areIn(statement.text());
            for (int i = 0; i < tokens.size(); i++) {
                int offset = statement.offset() + tokens.get(i).offset();
                while (next < comments.size() && comments.get(next).offset() < offset) {
                    rewriteInside(comments.get(next++));
                }
                if (hasPlaceholder) {
                    replace(offset, tokens.get(i).text(), LiteralPlaceholders.escaped(tokens, i));
                }
            }
            while (next < comments.size() && comments.get(next).offset() < end) {
                rewriteInside(comments.get(next++));
            }
        }
        comments.subList(next, comments.size()).forEach(this::rewriteBetween);
        return written.append(text, copied, text.length()).toString();
    }

    private void rewriteBetween(Comment comment) {
        String line = comment.text();
        if (ScriptParser.isAlmostAMarker(line)
                || HeaderParser.isLikeHeader(line)
                || line.startsWith(ParsedFile.Section.TO_BE_WRITTEN)) {
            replace(comment.offset(), line, DASHES.matcher(line).replaceFirst("-- * "));
        }
    }

    /** No marker stands behind a blank. */
    private void rewriteInside(Comment comment) {
        if (ScriptParser.isMarker(comment)) {
            replace(comment.offset(), "", " ");
        }
    }

    private void replace(int offset, String old, String replacement) {
        if (!old.equals(replacement)) {
            written.append(text, copied, offset).append(replacement);
            copied = offset + old.length();
        }
    }
}
