/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script, as it is sent to the server: without what stands before it and without its semicolon, with
 * the comments inside it.
 *
 * @param command its leading keywords, for messages: {@code CREATE INDEX CONCURRENTLY}
 * @param offset where it starts in the script, counted in UTF-16 units
 * @param position where it starts in the script, as people count
 * @param tokens the tokens of {@code text}; punctuation included, comments not
 * @param copyData the rows of a {@link StatementKind#COPY_FROM_STDIN}, with their line ends, without the closing line;
 *     null for every other kind
 */
public record Statement(
        String text,
        StatementKind kind,
        String command,
        int offset,
        Position position,
        List<Token> tokens,
        @Nullable String copyData,
        Origin origin) {

    public Statement {
        Objects.requireNonNull(text, "text");
        // Already immutable, and made to be small: a copy would hold every token as an object.
        tokens = tokens instanceof TokenList ? tokens : List.copyOf(tokens);
    }

    /**
     * Where in the script a character of {@code text} stands, given as the server's error position gives it: characters
     * (code points) counted from 1. Inside the value of a placeholder, that is where the placeholder starts.
     */
    public Position positionOf(int index) {
        int characters = Math.min(Math.max(index - 1, 0), text.codePointCount(0, text.length()));
        int unit = text.offsetByCodePoints(0, characters);
        Statement written = written();
        return written.position.advance(written.text, 0, origin.writtenIndex(unit));
    }

    /** Where in the script a token of this statement stands. */
    public Position positionOf(Token token) {
        Statement written = written();
        return written.position.advance(written.text, 0, origin.writtenIndex(token.offset()));
    }

    /** This statement before its placeholders were replaced; itself if none were. */
    public Statement written() {
        return origin.written() == null ? this : origin.written();
    }
}
