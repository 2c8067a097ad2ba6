/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.InterruptedRevisionException.Reason;
import io.migrations.history.HistoryTables;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.history.StatementBeginning;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs a statement that refuses transactions, once: after what the catalog says about an earlier attempt at it. */
final class OutsideTransaction {

    private static final Logger logger = LoggerFactory.getLogger(OutsideTransaction.class);

    /** PostgreSQL's code for an object that is not in the state it must be in. */
    private static final String INVALID = "55000";

    private final Session session;
    private final JdbcClient jdbc;
    private final HistoryTables tables;
    private final StepSettings settings;

    OutsideTransaction(LockedHistory history, StepSettings settings) {
        this.session = history.session();
        this.jdbc = session.jdbc();
        this.tables = history.tables();
        this.settings = settings;
    }

    /**
     * Runs it, or completes it.
     *
     * @param previous the last row of an attempt that came this far and no further, if there was one
     * @throws InterruptedRevisionException where nobody can tell whether it has run
     * @throws ScriptStatementException where the server refused it
     */
    void run(Recorder.Attempt attempt, int index, @Nullable JournalEntry previous) {
        Script script = attempt.script();
        Statement statement = script.statements().get(index);
        try {
            if (previous == null || !isDone(attempt, index, previous)) {
                attempt.doubtful(true);
                settings.outsideTransaction(script, statement, () -> new StatementRunner(session).run(script, index));
            }
        } catch (ScriptStatementException refused) {
            attempt.doubtful(
                    UnfinishedStatement.cannotBeTold(statement) && !UnfinishedRoutine.isRefused(refused.failure()));
            throw refused;
        }
        requireValid(attempt, index);
    }

    private boolean isDone(Recorder.Attempt attempt, int index, JournalEntry previous) {
        Script script = attempt.script();
        Statement statement = script.statements().get(index);
        boolean died = previous.outcome() != Outcome.FAILED;
        if (died && UnfinishedStatement.cannotBeTold(statement)) {
            throw HalfDone.refusal(previous, Reason.UNTOLD);
        }
        StatementBeginning beginning =
                StatementBeginning.read(jdbc, tables, previous.revision(), previous.action(), index, script.checksum());
        try {
            Finding found = UnfinishedStatement.of(statement).find(new Aftermath(jdbc, died, beginning));
            if (found.isUntold()) {
                throw HalfDone.refusal(previous, Reason.UNTOLD);
            }
            if (found.done() && died && !beginning.sameText()) {
                return requireRepeatable(statement, previous);
            }
            found.first().forEach(this::clear);
            if (found.done()) {
                logger.info(
                        "'{}' at {}:{} took effect before its attempt was cut off",
                        statement.command(),
                        script.file(),
                        statement.position().line());
            }
            return found.done();
        } catch (IndexUnderwayException underway) {
            throw failure(script, index, underway.cause());
        }
    }

    /** What took effect may be what the statement said before it was edited. */
    private static boolean requireRepeatable(Statement statement, JournalEntry previous) {
        if (!UnfinishedStatement.isRepeatable(statement)) {
            throw HalfDone.refusal(previous, Reason.UNTOLD);
        }
        return false;
    }

    private void clear(String sql) {
        logger.info("Going on after an unfinished attempt: {}", sql);
        jdbc.sql(sql).update();
    }

    /** With {@code IF NOT EXISTS} the server is content with an invalid index of that name. */
    private void requireValid(Recorder.Attempt attempt, int index) {
        Script script = attempt.script();
        if (UnfinishedStatement.of(script.statements().get(index)) instanceof UnfinishedIndexBuild build) {
            build.invalid()
                    .flatMap(query -> jdbc.sql(query).query(String.class).optional())
                    .ifPresent(name -> {
                        attempt.doubtful(false);
                        throw failure(
                                script,
                                index,
                                new SQLException(
                                        "index %s is there, but invalid: drop it, and try again".formatted(name),
                                        INVALID));
                    });
        }
    }

    private static ScriptStatementException failure(Script script, int index, SQLException cause) {
        Statement statement = script.statements().get(index);
        return new ScriptStatementException(statement, StatementFailure.of(script, statement, cause), index, cause);
    }
}
