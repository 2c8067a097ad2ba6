/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies what a list of statements says, whatever its layout: SHA-256 over the tokens, so blanks, comments and line
 * ends don't count, nor the case of unquoted words. CRLF inside quotes and COPY rows counts as LF, as a checkout may turn
 * one into the other. A placeholder counts as written.
 */
public final class Checksum {

    private static final String VERSION = "v1:";

    // Marks between length-prefixed texts, so that no two lists of statements feed the digest the same bytes.
    private static final byte STATEMENT = 'S';
    private static final byte TOKEN = 'T';
    private static final byte JOINED = 'J';
    private static final byte ROWS = 'R';

    private static final int PIECE = 1 << 16;

    private final MessageDigest digest = sha256();

    private Checksum() {}

    public static String of(List<Statement> statements) {
        var checksum = new Checksum();
        for (Statement statement : statements) {
            checksum.add(statement.written());
        }
        return checksum.value();
    }

    /** The checksums of the first statement, of the first two, and so on to all of them, in one pass. */
    public static List<String> ofBeginnings(List<Statement> statements) {
        var checksum = new Checksum();
        List<String> checksums = new ArrayList<>();
        for (Statement statement : statements) {
            checksum.add(statement.written());
            checksums.add(checksum.value());
        }
        return checksums;
    }

    /** The checksum of what was added so far. */
    private String value() {
        try {
            return VERSION + HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException exception) {
            throw new IllegalStateException("the JDK's own SHA-256 can be cloned", exception);
        }
    }

    private void add(Statement statement) {
        digest.update(STATEMENT);
        int end = -1;
        boolean placeholder = false;
        for (Token token : statement.tokens()) {
            boolean wasPlaceholder = placeholder;
            placeholder = token.kind() == TokenKind.PLACEHOLDER;
            // "a_${b}" becomes one name and "a_ ${b}" becomes two.
            boolean joined = token.offset() == end && (placeholder || wasPlaceholder);
            add(joined ? JOINED : TOKEN, normalized(token));
            end = token.end();
        }
        if (statement.copyData() != null) {
            add(ROWS, withLineFeeds(statement.copyData()));
        }
    }

    private void add(byte mark, String text) {
        digest.update(mark);
        int length = 0;
        for (int from = 0; from < text.length(); from = pieceEnd(text, from)) {
            length += piece(text, from).length;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >> shift));
        }
        for (int from = 0; from < text.length(); from = pieceEnd(text, from)) {
            digest.update(piece(text, from));
        }
    }

    /** A text may be a whole table, so its bytes are not made all at once. */
    private static byte[] piece(String text, int from) {
        return text.substring(from, pieceEnd(text, from)).getBytes(StandardCharsets.UTF_8);
    }

    /** Never between the two units of one character. */
    private static int pieceEnd(String text, int from) {
        int end = Math.min(from + PIECE, text.length());
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end + 1 : end;
    }

    private static String normalized(Token token) {
        return switch (token.kind()) {
            case WORD, NUMBER -> Characters.fold(token.text());
            case STRING, QUOTED_IDENTIFIER -> withLineFeeds(withFoldedPrefix(token.text()));
            default -> token.text();
        };
    }

    private static String withFoldedPrefix(String text) {
        int prefix = text.startsWith("&", 1) ? 2 : 1;
        char first = text.charAt(0);
        boolean quote = first == '\'' || first == '"' || first == '$';
        return quote ? text : Characters.fold(text.substring(0, prefix)) + text.substring(prefix);
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java runtime has SHA-256", exception);
        }
    }
}
