/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a view or routine that a statement creates. Which one it is in the end only the catalog knows: that depends
 * on the search path and, of a routine, on the types of its arguments.
 *
 * @param schema the schema as written, if it is
 */
record CreatedName(boolean routine, @Nullable String schema, String name) {

    private static final Set<String> VIEWS = Set.of("CREATE VIEW", "CREATE MATERIALIZED VIEW");
    private static final Set<String> ROUTINES = Set.of("CREATE FUNCTION", "CREATE PROCEDURE");
    private static final Set<String> KINDS = Set.of("view", "function", "procedure");

    /** All that a script creates. */
    static List<CreatedName> in(Script script) {
        return script.statements().stream()
                .flatMap(statement -> in(statement).stream())
                .distinct()
                .toList();
    }

    static Optional<CreatedName> in(Statement statement) {
        boolean routine = ROUTINES.contains(statement.command());
        if (!routine && !VIEWS.contains(statement.command())) {
            return Optional.empty();
        }
        List<Token> tokens = statement.tokens();
        int i = 0;
        while (i < tokens.size() && KINDS.stream().noneMatch(tokens.get(i)::is)) {
            i++;
        }
        i++;
        if (i + 2 < tokens.size() && tokens.get(i).is("if") && tokens.get(i + 1).is("not")) {
            i += 3;
        }
        String schema = null;
        while (i + 2 < tokens.size()
                && isName(tokens.get(i))
                && tokens.get(i + 1).text().equals(".")) {
            schema = tokens.get(i).identifier();
            i += 2;
        }
        return i < tokens.size() && isName(tokens.get(i))
                ? Optional.of(new CreatedName(routine, schema, tokens.get(i).identifier()))
                : Optional.empty();
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }
}
