/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Placeholders;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs every operation when it is said. */
final class LiveOperations extends RenderedOperations {

    private final MigratingConnection connection;

    LiveOperations(MigratingConnection connection, SourceLines lines, Placeholders placeholders) {
        super(lines, placeholders);
        this.connection = connection;
    }

    @Override
    void take(String text, List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement.kind() == StatementKind.NON_TRANSACTIONAL) {
                throw new RevisionCodeException(
                        "'%s' cannot run in the transaction that op.jdbc() works in.".formatted(statement.command()),
                        "Put it into a revision of its own.",
                        statement.position().line());
            }
            connection.execute(statement);
        }
    }

    @Override
    public JdbcClient jdbc() {
        return connection.jdbc();
    }

    @Override
    public void irreversible(String why) {
        throw new RevisionCodeException(
                "The downgrade says that there is no way back: %s".formatted(why),
                "Say so before anything else.",
                line());
    }
}
