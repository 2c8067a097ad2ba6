/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.Operation;
import io.migrations.sql.Placeholders;
import io.migrations.sql.Position;
import io.migrations.sql.SqlFault;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.List;

/** Makes statements of operations, each with the line of the revision's source that says it. */
abstract class RenderedOperations implements Operations {

    private final SourceLines lines;
    private final Placeholders placeholders;
    private int derivedFrom;

    RenderedOperations(SourceLines lines, Placeholders placeholders) {
        this.lines = lines;
        this.placeholders = placeholders;
    }

    /** Tells of what line the operations that follow are derived: nothing of the revision's is on the stack then. */
    void at(int line) {
        derivedFrom = line;
    }

    int line() {
        int current = lines.current();
        return current == 1 && derivedFrom > 0 ? derivedFrom : current;
    }

    /**
     * Takes an operation's statements.
     *
     * @throws RevisionCodeException for one that is none, or that ends the transaction
     */
    @Override
    public void invoke(Operation operation) {
        int line = line();
        for (String text : operation.statements()) {
            String closed = closed(text);
            SqlScript script = SqlScript.parse(closed, comment -> false, placeholders);
            script.faults().stream().findFirst().ifPresent(fault -> refuse(fault, text, line));
            script.statements().forEach(statement -> requireNoTransactionControl(statement, line));
            take(closed, at(script.statements(), line));
        }
    }

    /** Takes the statements of a text. */
    abstract void take(String text, List<Statement> statements);

    /** So that whatever follows is no part of it: a comment at its end would swallow a semicolon, rows end by themselves. */
    private static String closed(String text) {
        String stripped = text.strip();
        if (stripped.endsWith("\\.")) {
            return stripped + "\n";
        }
        return stripped.contains("--") ? stripped + "\n;\n" : stripped + ";\n";
    }

    static List<Statement> at(List<Statement> statements, int line) {
        return statements.stream()
                .map(statement -> new Statement(
                        statement.text(),
                        statement.kind(),
                        statement.command(),
                        statement.offset(),
                        new Position(line, 1),
                        statement.tokens(),
                        statement.copyData(),
                        statement.origin()))
                .toList();
    }

    private static void refuse(SqlFault fault, String text, int line) {
        throw new RevisionCodeException("%s In: %s".formatted(fault.message(), text.strip()), fault.remedy(), line);
    }

    private static void requireNoTransactionControl(Statement statement, int line) {
        if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            throw new RevisionCodeException(
                    "'%s' in a revision: the engine begins and ends the transaction.".formatted(statement.command()),
                    "Remove it; to run outside a transaction, write transactional = false in @RevisionHeader.",
                    line);
        }
    }
}
