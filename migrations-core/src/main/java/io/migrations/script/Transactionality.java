/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import io.migrations.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether some statements run in a transaction, and what is wrong with those that cannot. */
final class Transactionality {

    private final String file;
    private final List<Statement> statements;
    private final List<ScriptFault> faults;

    Transactionality(String file, List<Statement> statements, List<ScriptFault> faults) {
        this.file = file;
        this.statements = statements;
        this.faults = faults;
    }

    /** What is declared, else what the statements need. */
    boolean decide(Optional<Boolean> declared) {
        Optional<Statement> outside = statements.stream()
                .filter(statement -> statement.kind() == StatementKind.NON_TRANSACTIONAL)
                .findFirst();
        statements.stream()
                .filter(Transactionality::isNamelessConcurrentIndex)
                .forEach(statement -> fault(
                        statement,
                        "The index has no name, so what a failed attempt leaves of it could not be found again.",
                        "Write one after CONCURRENTLY."));
        if (outside.isPresent() && declared.orElse(false)) {
            fault(
                    outside.get(),
                    "'%s' cannot run inside a transaction."
                            .formatted(outside.get().command()),
                    "Write '-- Transactional: false' in the header.");
        }
        if (outside.isPresent() && declared.isEmpty()) {
            requireAlone(outside.get());
        }
        return declared.orElse(outside.isEmpty());
    }

    private void requireAlone(Statement outside) {
        statements.stream()
                .filter(statement -> statement.kind() != StatementKind.NON_TRANSACTIONAL)
                .findFirst()
                .ifPresent(statement -> fault(
                        statement,
                        "'%s' shares a revision with '%s' of line %d, which cannot run inside a transaction."
                                .formatted(
                                        statement.command(),
                                        outside.command(),
                                        outside.position().line()),
                        RevisionSplit.of(statements).proposal()));
    }

    private static boolean isNamelessConcurrentIndex(Statement statement) {
        List<Token> tokens = statement.tokens();
        return statement.command().startsWith("CREATE")
                && statement.command().endsWith("INDEX CONCURRENTLY")
                && IntStream.range(1, tokens.size())
                        .anyMatch(i -> tokens.get(i - 1).is("concurrently")
                                && tokens.get(i).is("on"));
    }

    private void fault(Statement statement, String message, String remedy) {
        faults.add(new ScriptFault(file, statement.position().line(), message, remedy));
    }
}
