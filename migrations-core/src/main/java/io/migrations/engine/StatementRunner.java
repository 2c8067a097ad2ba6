/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.Legible;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the statements of a script to the server as they are written. */
final class StatementRunner {

    private static final Logger logger = LoggerFactory.getLogger(StatementRunner.class);

    private final Session session;
    private final Connection connection;

    StatementRunner(Session session) {
        this.session = session;
        this.connection = session.connection();
    }

    void runAll(Script script) {
        watch(script);
        for (int i = 0; i < script.statements().size(); i++) {
            run(script, i);
        }
    }

    /** The same for a statement that is no part of the script's text: its code says it now. */
    void run(Script script, Statement statement) {
        session.watch(CustomSettings.in(statement));
        run(script, statement, 0);
    }

    /** Has the session remember what the script is about to set; to be done before its first statement. */
    void watch(Script script) {
        Set<String> names = new LinkedHashSet<>();
        script.statements().forEach(statement -> names.addAll(CustomSettings.in(statement)));
        session.watch(names);
    }

    /**
     * Runs one statement.
     *
     * @throws ScriptStatementException with what the server said and where
     */
    void run(Script script, int index) {
        run(script, script.statements().get(index), index);
    }

    private void run(Script script, Statement statement, int index) {
        try {
            if (statement.copyData() != null) {
                copy(statement);
            } else {
                execute(script.file(), statement);
            }
        } catch (SQLException exception) {
            throw new ScriptStatementException(
                    statement, StatementFailure.of(script, statement, exception), index, exception);
        }
    }

    private void execute(String file, Statement statement) throws SQLException {
        try (var jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.text());
            for (SQLWarning warning = jdbc.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                logger.info(
                        "{}:{} {}",
                        file,
                        statement.position().line(),
                        Legible.text(String.valueOf(warning.getMessage())));
            }
        }
    }

    private void copy(Statement statement) throws SQLException {
        // As bytes at once: the driver encodes a reader's characters in pieces, and may cut a pair of surrogates.
        byte[] data = Objects.requireNonNull(statement.copyData()).getBytes(StandardCharsets.UTF_8);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement.text(), new ByteArrayInputStream(data));
        } catch (IOException exception) {
            throw new SQLException(exception);
        }
    }
}
