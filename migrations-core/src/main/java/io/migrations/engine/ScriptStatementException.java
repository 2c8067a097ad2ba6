/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inside the engine: a statement of a script failed. The run turns it into a retry or a {@link RevisionFailedException}. */
final class ScriptStatementException extends RuntimeException {

    private final transient @Nullable Statement statement;
    private final transient StatementFailure failure;
    private final int completed;

    ScriptStatementException(@Nullable Statement statement, StatementFailure failure, int completed, Exception cause) {
        super(failure.message(), cause);
        this.statement = statement;
        this.failure = failure;
        this.completed = completed;
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
