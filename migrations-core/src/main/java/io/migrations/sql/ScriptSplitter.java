/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements the way psql does: at a semicolon outside parentheses and outside the body of an
 * SQL-standard function, with the rows of {@code COPY … FROM STDIN} taken out. One pass, no recursion.
 */
final class ScriptSplitter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final boolean hasMarks;
    private final Predicate<Comment> divider;
    private final Lexer lexer;
    private final RoutineBody body;
    private final PositionWalker positions;
    private final TokenList.Builder tokens = new TokenList.Builder();

    private final List<Statement> statements = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<SqlFault> faults = new ArrayList<>();

    private int depth;
    private int opening;
    // Asked for when the statement starts: comments inside it come before its end, and positions are cheap in order
    // only.
    private Position position = Position.START;

    ScriptSplitter(String text, Predicate<Comment> divider) {
        this.text = text;
        this.divider = divider;
        int from = text.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
        this.hasMarks = text.indexOf(BYTE_ORDER_MARK, from) >= 0;
        this.lexer = new Lexer(text, from, text.length(), false);
        this.body = new RoutineBody(text);
        this.positions = new PositionWalker(text, from);
    }

    SqlScript split() {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            fault(nul, "PostgreSQL has no character NUL (U+0000).", "Remove it; is this file really UTF-8 text?");
        }
        while (true) {
            Lexeme lexeme = lexer.next();
            String unfinished = lexer.unfinished();
            if (unfinished != null) {
                fault(lexer.start(), "This " + unfinished + " is never closed.", "Close it, or remove what opens it.");
            }
            if (lexeme == Lexeme.END) {
                finish();
                return new SqlScript(statements, comments, faults);
            }
            accept(lexeme);
        }
    }

    private void accept(Lexeme lexeme) {
        switch (lexeme) {
            case LINE_COMMENT -> {
                if (comment(lexer.start(), lexer.end()) && endsHere()) {
                    end(false);
                    lexer.backslashQuotes(false);
                }
            }
            case META_COMMAND -> metaCommand();
            case VARIABLE -> {
                faults.add(PsqlSyntax.variable(positions.at(lexer.start()), lexeme()));
                token(TokenKind.OTHER);
            }
            default -> {
                TokenKind kind = lexeme.tokenKind();
                if (kind != null) {
                    token(kind);
                }
            }
        }
    }

    private void token(TokenKind kind) {
        int start = lexer.start();
        if (kind == TokenKind.PUNCTUATION) {
            char mark = text.charAt(start);
            if (mark == ';' && endsHere()) {
                end(true);
                return;
            }
            if (mark == '(' && depth++ == 0) {
                opening = start;
            } else if (mark == ')' && depth > 0) {
                depth--;
            }
        }
        if (hasMarks && kind == TokenKind.WORD && lexeme().indexOf(BYTE_ORDER_MARK) >= 0) {
            // To PostgreSQL it is a letter, and nobody sees it.
            fault(start, "A byte order mark (U+FEFF) is a part of this name.", "Remove it: it is invisible.");
        }
        if (tokens.isEmpty()) {
            position = positions.at(start);
        }
        tokens.add(kind, start, lexer.end());
        body.accept(kind, start, lexer.end(), depth);
    }

    private boolean endsHere() {
        return depth == 0 && !body.isOpen();
    }

    private boolean comment(int start, int end) {
        var comment = new Comment(text.substring(start, end), start, positions.at(start));
        comments.add(comment);
        return divider.test(comment);
    }

    private void metaCommand() {
        String command = lexeme();
        if (!tokens.isEmpty() || !PsqlSyntax.isRestriction(command)) {
            faults.add(PsqlSyntax.metaCommand(positions.at(lexer.start()), command));
        }
    }

    private void end(boolean semicolon) {
        if (!tokens.isEmpty()) {
            int start = tokens.firstStart();
            String statementText = text.substring(start, tokens.lastEnd());
            TokenList list = tokens.build(statementText);
            StatementKind kind = StatementClassifier.kindOf(list);
            String copyData = kind == StatementKind.COPY_FROM_STDIN ? copyData(semicolon) : null;
            var origin = Origin.asWritten(lexer.backslashQuotes());
            statements.add(
                    new Statement(statementText, kind, CommandName.of(list), start, position, list, copyData, origin));
            lexer.backslashQuotes(StringSetting.after(list, lexer.backslashQuotes()));
        }
        tokens.clear();
        body.reset();
        depth = 0;
    }

    private @Nullable String copyData(boolean semicolon) {
        if (!semicolon) {
            faults.add(CopyData.missing(position));
            return null;
        }
        int lineEnd = Characters.lineEnd(text, lexer.end());
        restOfCopyLine(lineEnd);
        CopyData data = CopyData.find(text, lineEnd);
        if (data == null) {
            faults.add(CopyData.endless(position));
            lexer.jumpTo(text.length());
            return null;
        }
        lexer.jumpTo(data.next());
        return text.substring(data.start(), data.end());
    }

    /** psql would go on after the rows with what else is in this line; nobody reads a script that way. */
    private void restOfCopyLine(int lineEnd) {
        var rest = new Lexer(text, lexer.end(), lineEnd, lexer.backslashQuotes());
        for (Lexeme lexeme = rest.next(); lexeme != Lexeme.END; lexeme = rest.next()) {
            if (lexeme == Lexeme.LINE_COMMENT) {
                comment(rest.start(), rest.end());
            } else if (lexeme != Lexeme.BLOCK_COMMENT || rest.unfinished() != null) {
                faults.add(CopyData.crowded(positions.at(rest.start())));
                return;
            }
        }
    }

    private void finish() {
        if (body.isOpen()) {
            fault(body.openedAt(), "This BEGIN ATOMIC is never ended.", "End the function's body with END;");
        } else if (depth > 0) {
            fault(opening, "This parenthesis is never closed.", "Close it: a ';' inside parentheses ends nothing.");
        }
        end(false);
    }

    private String lexeme() {
        return text.substring(lexer.start(), lexer.end());
    }

    private void fault(int offset, String message, String remedy) {
        faults.add(new SqlFault(positions.at(offset), message, remedy));
    }
}
