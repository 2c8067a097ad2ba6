/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import io.migrations.sql.Excerpt;
import io.migrations.sql.Placeholders;
import io.migrations.sql.Position;
import io.migrations.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server said about a statement of a script, with the place in the file.
 *
 * @param file the script
 * @param position the place the server points at, else the statement's first character
 * @param statement the statement's text, cut to a readable length
 * @param excerpt the line of the position with a caret below it, or the statement's first lines where the server named
 *     no position
 * @param sqlState the server's code
 * @param message the server's message
 * @param detail more about it, if the server gave any
 * @param hint the server's advice, if it gave any
 * @param context where inside a function it happened, if it did
 * @param placeholder the placeholder that the server stumbled over, which nothing was put in for
 * @param blockers the sessions that held what the statement waited for, the longest first, and not all of many
 * @param moreBlockers how many more there were
 * @param explanation what the server's message leaves out, as sentences
 * @param remedies SQL statements that would give the right that was missing, for whoever administers the database
 */
public record StatementFailure(
        String file,
        Position position,
        String statement,
        String excerpt,
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String context,
        @Nullable String placeholder,
        List<LockHolder> blockers,
        int moreBlockers,
        @Nullable String explanation,
        List<String> remedies) {

    private static final String SYNTAX_ERROR = "42601";
    private static final int LONGEST = 1024;

    public StatementFailure {
        blockers = List.copyOf(blockers);
        remedies = List.copyOf(remedies);
    }

    static StatementFailure of(Script script, Statement statement, SQLException cause) {
        ServerErrorMessage server = server(cause);
        int index = server == null ? 0 : server.getPosition();
        return of(
                script.file(),
                // What Java renders has no lines of its own in the source.
                index > 0 && !script.isJava() ? statement.positionOf(index) : statement.position(),
                cut(statement.text()),
                index > 0 ? Excerpt.at(statement.text(), index) : Excerpt.beginning(statement.text()),
                cause,
                index > 0 && SYNTAX_ERROR.equals(cause.getSQLState())
                        ? Placeholders.at(statement.text(), unit(statement.text(), index))
                                .orElse(null)
                        : null);
    }

    /** A failure with all statements done: of a deferred constraint, say, or of the commit itself. */
    static StatementFailure atEnd(String file, SQLException cause) {
        return of(file, new Position(1, 1), "COMMIT", "", cause, null);
    }

    /**
     * A failure of a revision's Java code itself.
     *
     * @param line where in its source
     * @param statement what it had sent to the database, where that is what failed
     */
    static StatementFailure ofCode(String file, int line, @Nullable Statement statement, Throwable fault) {
        SQLException cause = SqlCause.of(fault).orElse(null);
        var position = new Position(line, 1);
        String text = statement == null ? "Java code" : cut(statement.text());
        return statement != null && cause != null
                ? of(file, position, text, Excerpt.beginning(statement.text()), cause, null)
                : new StatementFailure(
                        file,
                        position,
                        text,
                        "",
                        cause == null ? null : cause.getSQLState(),
                        fault.toString(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        0,
                        null,
                        List.of());
    }

    private static StatementFailure of(
            String file,
            Position position,
            String statement,
            String excerpt,
            SQLException cause,
            @Nullable String placeholder) {
        ServerErrorMessage server = server(cause);
        String message = server == null || server.getMessage() == null ? cause.getMessage() : server.getMessage();
        return new StatementFailure(
                file,
                position,
                statement,
                excerpt,
                cause.getSQLState(),
                message == null ? cause.toString() : message,
                server == null ? null : server.getDetail(),
                server == null ? null : server.getHint(),
                server == null ? null : server.getWhere(),
                placeholder,
                List.of(),
                0,
                null,
                List.of());
    }

    private static @Nullable ServerErrorMessage server(SQLException cause) {
        return cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    StatementFailure blockedBy(List<LockHolder> holders) {
        int named = Math.min(holders.size(), LockHolders.NAMED);
        return with(holders.subList(0, named), holders.size() - named, explanation, remedies);
    }

    StatementFailure explained(String sentences) {
        return with(blockers, moreBlockers, sentences, remedies);
    }

    StatementFailure remediedBy(List<String> statements) {
        return with(blockers, moreBlockers, explanation, statements);
    }

    private StatementFailure with(
            List<LockHolder> holders, int more, @Nullable String sentences, List<String> statements) {
        return new StatementFailure(
                file,
                position,
                statement,
                excerpt,
                sqlState,
                message,
                detail,
                hint,
                context,
                placeholder,
                holders,
                more,
                sentences,
                statements);
    }

    /** The message with what the server could not say, for the log and the journal. */
    String fullMessage() {
        var full = new StringBuilder(message);
        if (!blockers.isEmpty()) {
            full.append("; blocked by ").append(blockers);
        }
        if (moreBlockers > 0) {
            full.append(" and ").append(moreBlockers).append(" more");
        }
        if (explanation != null) {
            full.append(". ").append(explanation);
        }
        if (!remedies.isEmpty()) {
            full.append(". To allow it: ").append(String.join(" ", remedies));
        }
        return full.toString();
    }

    /** The server counts characters, from 1. */
    private static int unit(String text, int index) {
        return text.offsetByCodePoints(0, Math.min(index - 1, text.codePointCount(0, text.length())));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }
}
