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
    private final CodeConnection connection;

    CodeRunner(Session session, Script script) {
        this.session = session;
        this.script = script;
        this.runner = new StatementRunner(session);
        this.connection = new CodeConnection(session);
    }

    /**
     * Runs it.
     *
     * @throws ScriptStatementException for whatever it throws, and where it caught a fault of the database and went on
     */
    void run() {
        Code code = Objects.requireNonNull(script.code());
        try {
            code.run(this);
        } catch (ScriptStatementException exception) {
            throw exception;
        } catch (RevisionCodeException exception) {
            throw failure(exception.line(), exception);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable thrown) {
            // Authors may throw anything, an AssertionError as well as a checked exception that was not declared.
            throw failure(code.lineOf(thrown), thrown);
        }
        requireIntact();
    }

    @Override
    public void execute(Statement statement) {
        runner.run(script, statement);
    }

    @Override
    public JdbcClient jdbc() {
        return connection.jdbc();
    }

    private ScriptStatementException failure(int line, Throwable fault) {
        Statement statement =
                fault instanceof DataAccessException ? connection.last().orElse(null) : null;
        return new ScriptStatementException(
                statement, StatementFailure.ofCode(script.file(), line, statement, fault), 0, fault);
    }

    /** Or the rows that record the revision would fail, with a message that says only that the transaction is aborted. */
    private void requireIntact() {
        try {
            session.jdbc().sql("SELECT 1").query(Integer.class).single();
        } catch (DataAccessException exception) {
            throw failure(
                    1,
                    new IllegalStateException(
                            "The code caught a fault of the database and went on, but a transaction ends with its first"
                                    + " fault. Let it pass, or ask before whether the statement can be run",
                            exception));
        }
    }
}
