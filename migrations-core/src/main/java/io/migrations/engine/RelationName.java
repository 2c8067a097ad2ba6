/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What might be a relation's name in a statement, as the catalog has it.
 *
 * @param schema empty where none is written
 */
record RelationName(String schema, String name) {

    private static final int ENOUGH = 200;

    /** Every name in a statement: more than the relations, as only the catalog knows which are. */
    static Set<RelationName> in(Statement statement) {
        Set<RelationName> names = new LinkedHashSet<>();
        List<Token> tokens = statement.tokens();
        for (int i = 0; i < tokens.size() && names.size() < ENOUGH; i++) {
            if (!isName(tokens.get(i))) {
                continue;
            }
            String schema = "";
            String name = tokens.get(i).identifier();
            while (i + 2 < tokens.size() && tokens.get(i + 1).text().equals(".") && isName(tokens.get(i + 2))) {
                schema = name;
                name = tokens.get(i + 2).identifier();
                i += 2;
            }
            names.add(new RelationName(schema, name));
        }
        return names;
    }

    /** A name as it is written in SQL. */
    String quoted() {
        return schema.isEmpty()
                ? HistoryTables.quoted(name)
                : HistoryTables.quoted(schema) + "." + HistoryTables.quoted(name);
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }
}
