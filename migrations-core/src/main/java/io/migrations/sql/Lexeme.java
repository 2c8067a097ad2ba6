/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import org.jspecify.annotations.Nullable;

/** What the {@link Lexer} finds: a token, or something between tokens. */
enum Lexeme {
    WORD(TokenKind.WORD),
    QUOTED_IDENTIFIER(TokenKind.QUOTED_IDENTIFIER),
    STRING(TokenKind.STRING),
    NUMBER(TokenKind.NUMBER),
    PARAMETER(TokenKind.PARAMETER),
    OPERATOR(TokenKind.OPERATOR),
    PUNCTUATION(TokenKind.PUNCTUATION),
    PLACEHOLDER(TokenKind.PLACEHOLDER),
    OTHER(TokenKind.OTHER),
    LINE_COMMENT(null),
    BLOCK_COMMENT(null),
    /** A backslash outside quotes and the rest of its line: an instruction to psql. */
    META_COMMAND(null),
    /** {@code :'name'}, {@code :"name"} or {@code :{?name}}: psql would put a variable there. */
    VARIABLE(null),
    /** The end of the text. */
    END(null);

    private final @Nullable TokenKind tokenKind;

    Lexeme(@Nullable TokenKind tokenKind) {
        this.tokenKind = tokenKind;
    }

    @Nullable TokenKind tokenKind() {
        return tokenKind;
    }
}
