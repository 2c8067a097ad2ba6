/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short text that two snapshots have in common exactly when they hold the same objects: {@code 1:18:ab12…}. It begins
 * with the version of its own rules and with the server's major version, as one server prints a view otherwise than
 * another: fingerprints of which these differ say nothing about each other.
 *
 * @param algorithm the version of the rules
 * @param majorVersion the server's
 * @param digest SHA-256, in hexadecimal digits
 */
public record Fingerprint(int algorithm, int majorVersion, String digest) {

    private static final int ALGORITHM = 1;

    public static Fingerprint of(Snapshot snapshot) {
        MessageDigest digest = sha256();
        snapshot.objects().values().forEach(object -> add(digest, object));
        return new Fingerprint(
                ALGORITHM, snapshot.majorVersion(), HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Fingerprint parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'%s' is no fingerprint of a schema.".formatted(text));
        }
        return new Fingerprint(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    /** Whether both were made by the same rules of a server of the same version, so that a difference means something. */
    public boolean isComparableWith(Fingerprint other) {
        return algorithm == other.algorithm && majorVersion == other.majorVersion;
    }

    @Override
    public String toString() {
        return algorithm + ":" + majorVersion + ":" + digest;
    }

    private static void add(MessageDigest digest, SchemaObject object) {
        ObjectKey key = object.key();
        add(digest, key.kind().name());
        add(digest, key.schema());
        add(digest, key.of());
        add(digest, key.name());
        add(digest, key.arguments());
        add(digest, String.valueOf(object.properties().size()));
        object.properties().forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
    }

    /** With its length, so that no two sequences of texts are the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java has SHA-256.", exception);
        }
    }
}
