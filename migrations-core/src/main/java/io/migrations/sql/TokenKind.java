/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** The sorts of token that SQL is made of. */
public enum TokenKind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** {@code "name"} or {@code U&"name"}. */
    QUOTED_IDENTIFIER,
    /** Any string constant: {@code 'a'}, {@code E'a'}, {@code U&'a'}, {@code B'1'}, {@code X'1'}, {@code N'a'}, {@code $tag$a$tag$}. */
    STRING,
    /** A numeric constant. */
    NUMBER,
    /** A positional parameter, {@code $1}. */
    PARAMETER,
    /** An operator, also {@code ::}, {@code :=} and a single colon. */
    OPERATOR,
    /** One of {@code ( ) [ ] , ; .} */
    PUNCTUATION,
    /** {@code ${name}}; see {@link Placeholders}. */
    PLACEHOLDER,
    /** A character that has no meaning in SQL; left to the server to refuse. */
    OTHER
}
