/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import io.migrations.script.Script;
import io.migrations.sql.Literals;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells from the catalog what an unfinished {@code CREATE} or {@code DROP INDEX CONCURRENTLY} left, and clears an index
 * that it left invalid.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
final class ConcurrentIndexes {

    private static final Logger logger = LoggerFactory.getLogger(ConcurrentIndexes.class);

    /** PostgreSQL's code for an object that is not in the state it must be in. */
    private static final String INVALID = "55000";

    private record Index(String qualifiedName, boolean valid) {}

    private final JdbcClient jdbc;

    ConcurrentIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether an unfinished statement needs no second run; an invalid index is dropped first.
     *
     * @param died whether its process died, so that its effect may be there without a record. A statement that failed
     *     has no effect but an invalid index.
     */
    boolean isDoneAfterCleaning(Statement statement, boolean died) {
        return switch (statement.command()) {
            case "CREATE INDEX CONCURRENTLY", "CREATE UNIQUE INDEX CONCURRENTLY" -> isCreated(statement, died);
            case "DROP INDEX CONCURRENTLY" -> died && isDropped(statement);
            default -> false;
        };
    }

    /**
     * Makes sure that what a concurrent build left can be used: with {@code IF NOT EXISTS} the server is content with an
     * invalid index of that name.
     *
     * @throws ScriptStatementException where it is invalid
     */
    void requireValid(Script script, int statementIndex) {
        Statement statement = script.statements().get(statementIndex);
        if (createsConcurrently(statement)) {
            created(statement).filter(index -> !index.valid()).ifPresent(index -> {
                var cause = new SQLException(
                        "index %s is there, but invalid: drop it, and try again".formatted(index.qualifiedName()),
                        INVALID);
                throw new ScriptStatementException(
                        statement, StatementFailure.of(script, statement, cause), statementIndex, cause);
            });
        }
    }

    /** The index that the statement names, on the table that it names. */
    private Optional<Index> created(Statement statement) {
        List<Token> name = nameAfterConcurrently(statement);
        int on = indexOf(statement.tokens(), "on");
        if (name.isEmpty() || on < 0) {
            return Optional.empty();
        }
        return find(
                "c.relname = ? AND i.indrelid = to_regclass(?)",
                name.get(name.size() - 1).identifier(),
                written(tableAt(statement.tokens(), on + 1)));
    }

    private static boolean createsConcurrently(Statement statement) {
        return statement.command().endsWith("INDEX CONCURRENTLY")
                && statement.command().startsWith("CREATE");
    }

    private static List<Token> tableAt(List<Token> tokens, int from) {
        boolean only = from < tokens.size() && tokens.get(from).is("only");
        return nameAt(tokens, only ? from + 1 : from);
    }

    /** A query for the name of the index that the statement was to build, if it is invalid; none for other statements. */
    static Optional<String> invalid(Statement statement) {
        List<Token> name = nameAfterConcurrently(statement);
        int on = indexOf(statement.tokens(), "on");
        if (!createsConcurrently(statement) || name.isEmpty() || on < 0) {
            return Optional.empty();
        }
        return Optional.of("""
                SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                 WHERE c.relname = %s AND i.indrelid = to_regclass(%s) AND NOT (i.indisvalid AND i.indisready)""".formatted(
                        Literals.text(name.get(name.size() - 1).identifier()),
                        Literals.text(written(tableAt(statement.tokens(), on + 1)))));
    }

    private boolean isCreated(Statement statement, boolean died) {
        Optional<Index> index = created(statement);
        if (index.isEmpty()) {
            return false;
        }
        if (index.get().valid()) {
            return died;
        }
        logger.info(
                "Dropping the invalid index {} that an unfinished attempt left",
                index.get().qualifiedName());
        jdbc.sql("DROP INDEX CONCURRENTLY IF EXISTS " + index.get().qualifiedName())
                .update();
        return false;
    }

    private boolean isDropped(Statement statement) {
        List<Token> name = nameAfterConcurrently(statement);
        return !name.isEmpty() && find("c.oid = to_regclass(?)", written(name)).isEmpty();
    }

    private Optional<Index> find(String condition, Object... parameters) {
        return jdbc.sql("""
                        SELECT n.nspname, c.relname, i.indisvalid AND i.indisready AS valid
                          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE\s""" + condition)
                .params(parameters)
                .query((row, number) -> new Index(
                        HistoryTables.quoted(row.getString(1)) + "." + HistoryTables.quoted(row.getString(2)),
                        row.getBoolean(3)))
                .optional();
    }

    /** The name the statement gives its index; none where the server is to choose one. */
    private static List<Token> nameAfterConcurrently(Statement statement) {
        List<Token> tokens = statement.tokens();
        int at = indexOf(tokens, "concurrently") + 1;
        while (at < tokens.size()
                && List.of("if", "not", "exists").contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
            at++;
        }
        return at < tokens.size() && !tokens.get(at).is("on") ? nameAt(tokens, at) : List.of();
    }

    private static List<Token> nameAt(List<Token> tokens, int from) {
        int end = from + 1;
        while (end + 1 < tokens.size() && tokens.get(end).text().equals(".")) {
            end += 2;
        }
        return from < tokens.size() ? tokens.subList(from, Math.min(end, tokens.size())) : List.of();
    }

    private static String written(List<Token> name) {
        return String.join("", name.stream().map(Token::text).toList());
    }

    private static int indexOf(List<Token> tokens, String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }
}
