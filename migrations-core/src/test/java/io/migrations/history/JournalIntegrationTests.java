/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JournalIntegrationTests {

    private static final HistoryTables TABLES =
            new HistoryTables("Ops \"x\"", "migrations_revision", "Journal of us", "Repeatable ones");
    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123456789Z");

    private final Journal journal = new Journal(TABLES);
    private JdbcClient jdbc;

    @BeforeEach
    void createTables(TestDatabase database) {
        jdbc = database.jdbc();
        HistorySchema.create(jdbc, TABLES);
    }

    @Test
    void creatingTheTablesTwiceChangesNothing() {
        HistorySchema.create(jdbc, TABLES);

        assertThat(HistorySchema.exists(jdbc, TABLES)).isTrue();
    }

    @Test
    void tablesOfAnEarlierVersionAreReadAndBroughtUpToDate() {
        journal.append(jdbc, entry("001", Outcome.SUCCEEDED, START, null));
        jdbc.sql("ALTER TABLE %s DROP downgrade_checksum, DROP downgrade_transactional"
                        .formatted(TABLES.quotedRevision()))
                .update();
        jdbc.sql("ALTER TABLE %s DROP downgrade_checksum".formatted(TABLES.quotedJournal()))
                .update();

        assertThat(HistorySchema.isComplete(jdbc, TABLES)).isFalse();
        assertThat(new AppliedSet(TABLES).read(jdbc)).isEmpty();
        assertThat(journal.latest(jdbc, "001"))
                .hasValueSatisfying(
                        entry -> assertThat(entry.downgradeChecksum()).isNull());

        HistorySchema.create(jdbc, TABLES);

        assertThat(HistorySchema.isComplete(jdbc, TABLES)).isTrue();
        assertThat(journal.entries(jdbc)).hasSize(1);
    }

    @Test
    void everyRowIsHashedOverTheOneBeforeSoThatItCanBeCheckedFromWhatIsReadBack() {
        journal.append(jdbc, entry("001", Outcome.RUNNING, null, null));
        journal.append(jdbc, entry("001", Outcome.SUCCEEDED, START.plusNanos(999_999_999), null));
        journal.append(jdbc, entry("002", Outcome.FAILED, START, new Failure(null, null, "ü\n'\"\u1F418")));
        journal.append(jdbc, entry("002", Outcome.FAILED, START, new Failure("SELECT 1", "42P01", "")));

        List<String> expected = new ArrayList<>();
        String previous = JournalHash.FIRST;
        for (JournalEntry entry : journal.entries(jdbc)) {
            previous = JournalHash.of(previous, entry);
            expected.add(previous);
        }
        assertThat(hashes()).isEqualTo(expected).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void aChangedFieldChangesTheHash() {
        JournalEntry entry = entry("001", Outcome.SUCCEEDED, START, null);

        assertThat(JournalHash.of("", entry))
                .isNotEqualTo(JournalHash.of("", entry("002", Outcome.SUCCEEDED, START, null)))
                .isNotEqualTo(JournalHash.of("", entry("001", Outcome.FAILED, START, null)))
                .isNotEqualTo(JournalHash.of("", entry("001", Outcome.SUCCEEDED, null, null)))
                .isNotEqualTo(JournalHash.of("0", entry));
    }

    @Test
    void theNewestRowOfARevisionAndTheNewestRunAreFound() {
        journal.append(jdbc, entry("001", Outcome.SUCCEEDED, START, null));
        journal.append(jdbc, entry("002", Outcome.FAILED, START, new Failure(null, null, "no")));
        journal.append(jdbc, entry("002", Outcome.SUCCEEDED, START, null));

        assertThat(journal.latest(jdbc, "002"))
                .hasValueSatisfying(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.SUCCEEDED));
        assertThat(journal.latest(jdbc)).extracting(JournalEntry::revision).containsExactly("001", "002");
        assertThat(journal.latestUpgrades(jdbc)).hasSize(2);
        assertThat(journal.latestRun(jdbc)).hasSize(1);
        assertThat(journal.latest(jdbc, "003")).isEmpty();
    }

    private List<String> hashes() {
        return jdbc.sql("SELECT hash FROM %s ORDER BY id".formatted(TABLES.quotedJournal()))
                .query(String.class)
                .list();
    }

    private static JournalEntry entry(String revision, Outcome outcome, Instant finishedAt, Failure failure) {
        return new JournalEntry(
                UUID.nameUUIDFromBytes((revision + outcome).getBytes(StandardCharsets.UTF_8)),
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                "upgrade",
                revision,
                "description",
                "v1:abc",
                outcome,
                START,
                finishedAt,
                new Actor("postgres", "me", "host", null, "1.0"),
                3,
                "v1:def",
                failure,
                12,
                null);
    }
}
