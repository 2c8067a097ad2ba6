/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's hashes, as they are and as they should be. */
public final class JournalChain {

    private JournalChain() {}

    /** The hashes that the table has, oldest first. */
    public static List<String> recorded(JdbcClient jdbc, HistoryTables tables) {
        return jdbc.sql("SELECT hash FROM %s ORDER BY id".formatted(tables.quotedJournal()))
                .query(String.class)
                .list();
    }

    /** The hashes that its rows make. */
    public static List<String> computed(JdbcClient jdbc, HistoryTables tables) {
        List<String> hashes = new ArrayList<>();
        String previous = JournalHash.FIRST;
        for (JournalEntry entry : new Journal(tables).entries(jdbc)) {
            previous = JournalHash.of(previous, entry);
            hashes.add(previous);
        }
        return hashes;
    }
}
