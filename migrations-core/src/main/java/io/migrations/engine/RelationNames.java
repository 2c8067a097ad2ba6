/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every name in a statement that might be a relation's, qualified where it is written so. */
final class RelationNames {

    private static final int ENOUGH = 200;

    private RelationNames() {}

    static Set<String> in(Statement statement) {
        Set<String> names = new LinkedHashSet<>();
        List<Token> tokens = statement.tokens();
        for (int i = 0; i < tokens.size() && names.size() < ENOUGH; i++) {
            if (!isName(tokens.get(i))) {
                continue;
            }
            var name = new StringBuilder(tokens.get(i).text());
            while (i + 2 < tokens.size() && tokens.get(i + 1).text().equals(".") && isName(tokens.get(i + 2))) {
                name.append('.').append(tokens.get(i + 2).text());
                i += 2;
            }
            names.add(name.toString());
        }
        return names;
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }
}
