/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inside the engine: a statement of a script failed. The run turns it into a retry or a {@link RevisionFailedException}. */
final class ScriptStatementException extends RuntimeException {

    private static final Set<String> ROWS = Set.of("insert", "update", "delete", "merge", "select", "with", "copy");

    private final transient @Nullable Statement statement;
    private final transient StatementFailure failure;
    private final int completed;

    ScriptStatementException(@Nullable Statement statement, StatementFailure failure, int completed, Throwable cause) {
        super(failure.message(), cause);
        this.statement = statement;
        this.failure = failure;
        this.completed = completed;
    }

    /** The same, with another reason why nothing can be done about it. */
    ScriptStatementException because(RuntimeException reason) {
        return new ScriptStatementException(statement, failure, completed, reason);
    }

    /** What the statement names, relations among it; nothing where it was the code around it. */
    Set<RelationName> names() {
        return statement == null ? Set.of() : RelationName.in(statement);
    }

    /** Whether it works on rows, and so nobody who only reads a table stands in its way. */
    boolean isOnRows() {
        return statement != null
                && statement.tokens().stream()
                        .limit(1)
                        .anyMatch(token -> ROWS.stream().anyMatch(token::is));
    }

    /** The statement; none where it was the code around it. */
    Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    StatementFailure failure() {
        return failure;
    }

    /** How many statements of the script had completed. */
    int completed() {
        return completed;
    }
}
