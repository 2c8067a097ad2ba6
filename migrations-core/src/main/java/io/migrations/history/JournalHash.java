/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash that chains a row of the journal to the one before it, so that a change or a gap shows. */
final class JournalHash {

    static final String FIRST = "";

    private JournalHash() {}

    static String of(String previous, JournalEntry entry) {
        Failure failure = entry.failure();
        List<@Nullable Object> fields = new ArrayList<>(Arrays.asList(
                previous,
                entry.run(),
                entry.attempt(),
                entry.action(),
                entry.revision(),
                entry.description(),
                entry.checksum(),
                entry.outcome().column(),
                micros(entry.startedAt()),
                micros(entry.finishedAt()),
                entry.actor().databaseUser(),
                entry.actor().osUser(),
                entry.actor().host(),
                entry.actor().application(),
                entry.actor().applicationVersion(),
                entry.statements(),
                entry.completedChecksum(),
                failure == null ? null : failure.statement(),
                failure == null ? null : failure.sqlState(),
                failure == null ? null : failure.message(),
                entry.lockWaitMillis()));
        // Last, and only if there: rows without it are hashed as they were before there was such a column.
        if (entry.downgradeChecksum() != null) {
            fields.add(entry.downgradeChecksum());
        }
        MessageDigest digest = sha256();
        for (Object field : fields) {
            // The length keeps neighbours apart; absent is not the same as empty.
            byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(field == null ? -1 : bytes.length)
                    .flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static @Nullable String micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
