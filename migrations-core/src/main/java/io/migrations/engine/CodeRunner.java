/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Code;
import io.migrations.script.MigratingConnection;
import io.migrations.script.RevisionCodeException;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the code of a revision in the transaction the session is in. */
final class CodeRunner implements MigratingConnection {

    private final Session session;
    private final Script script;
    private final StatementRunner runner;

    CodeRunner(Session session, Script script) {
        this.session = session;
        this.script = script;
        this.runner = new StatementRunner(session.connection());
    }

    /**
     * Runs it.
     *
     * @throws ScriptStatementException for whatever it throws, and where it has ended the transaction it was given
     */
    void run() {
        Code code = Objects.requireNonNull(script.code());
        String transaction = transaction();
        try {
            code.run(this);
        } catch (ScriptStatementException exception) {
            throw exception;
        } catch (RevisionCodeException exception) {
            throw failure(exception.line(), exception);
        } catch (RuntimeException exception) {
            throw failure(code.lineOf(exception), exception);
        }
        if (!transaction.equals(transactionAfter())) {
            throw failure(
                    1,
                    new IllegalStateException(
                            "The code ended the transaction it was given. What it had done before is committed or rolled"
                                    + " back already; find out which, and leave COMMIT and ROLLBACK out of it"));
        }
    }

    @Override
    public void execute(Statement statement) {
        runner.run(script, statement);
    }

    @Override
    public JdbcClient jdbc() {
        return session.jdbc();
    }

    private ScriptStatementException failure(int line, RuntimeException fault) {
        return new ScriptStatementException(null, StatementFailure.ofCode(script.file(), line, fault), 0, fault);
    }

    private String transactionAfter() {
        try {
            return transaction();
        } catch (DataAccessException exception) {
            // Its message says only that the transaction is aborted.
            throw failure(
                    1,
                    new IllegalStateException(
                            "The code caught a fault of the database and went on, but a transaction ends with its first"
                                    + " fault. Let it pass, or ask before whether the statement can be run",
                            exception));
        }
    }

    private String transaction() {
        return session.jdbc()
                .sql("SELECT pg_current_xact_id()::text")
                .query(String.class)
                .single();
    }
}
