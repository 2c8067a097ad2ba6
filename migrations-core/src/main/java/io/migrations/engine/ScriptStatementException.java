/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inside the engine: a statement of a script failed. The run turns it into a retry or a {@link RevisionFailedException}. */
final class ScriptStatementException extends RuntimeException {

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
    Set<String> names() {
        return statement == null ? Set.of() : RelationNames.in(statement);
    }

    StatementFailure failure() {
        return failure;
    }

    /** The same, naming who stood in the way where somebody did. */
    StatementFailure failureWithBlockers(JdbcClient jdbc) {
        return Retry.helps(failure.sqlState()) ? failure.blockedBy(LockHolders.ofRelations(jdbc, names())) : failure;
    }

    /** How many statements of the script had completed. */
    int completed() {
        return completed;
    }
}
