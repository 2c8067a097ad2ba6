/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that SQL alone appends to the journal. */
@DatabaseTest
class OfflineJournalIntegrationTests {

    private static final HistoryTables TABLES = HistoryTables.defaults().in("public");
    private static final String RUN = "'0a0a0a0a-0000-4000-8000-000000000001'::uuid";

    private JdbcClient jdbc;

    @BeforeEach
    void createTables(TestDatabase database) {
        jdbc = database.jdbc();
        HistorySchema.create(jdbc, TABLES);
    }

    private void append(String run, String values) {
        jdbc.sql("WITH attempt (%s) AS (VALUES (%s))%s"
                        .formatted(
                                OfflineJournal.ATTEMPT,
                                values,
                                OfflineJournal.append(TABLES.quotedJournal(), run, "'app'", "NULL::text")))
                .update();
    }

    private List<JournalEntry> entries() {
        return new Journal(TABLES).entries(jdbc);
    }

    private void assertChained() {
        assertThat(new Journal(TABLES).rows(jdbc)).isNotEmpty().allMatch(JournalRow::follows);
    }

    @Test
    void carryTheHashThatTheLibraryComputes() {
        append(RUN, "'upgrade', '001', 'Größe ''n'' 💥', 'v1:a', 'succeeded', 2, 'v1:b', NULL, NULL");
        append(RUN, "'upgrade', '002', '', 'v1:c', 'succeeded', 1, 'v1:c', NULL, 'v1:d'");

        assertChained();
        assertThat(entries()).extracting(JournalEntry::description).containsExactly("Größe 'n' 💥", "");
        assertThat(entries().get(0).actor().application()).isEqualTo("app");
        assertThat(entries().get(0).actor().applicationVersion()).isNull();
    }

    @Test
    void writeTimesAsJavaDoes() {
        for (String finished : List.of("10.123456", "10.123000", "10.100000", "10", "10.000001", "10.000100", "0")) {
            jdbc.sql("DROP FUNCTION IF EXISTS public.clock()").update();
            jdbc.sql("CREATE FUNCTION public.clock() RETURNS timestamptz RETURN timestamptz '2026-03-01 00:00:%s+00'"
                            .formatted(finished))
                    .update();
            String append = OfflineJournal.append(TABLES.quotedJournal(), RUN, "'app'", "'1'::text")
                    .replace("clock_timestamp()", "public.clock()");
            jdbc.sql(
                            "WITH attempt (%s) AS (VALUES ('upgrade', '1', '', 'v1', 'succeeded', 1, 'v1', 'a message', NULL))%s"
                                    .formatted(OfflineJournal.ATTEMPT, append))
                    .update();
        }

        assertChained();
        assertThat(entries()).hasSize(7);
    }

    @Test
    void doNotDependOnTheSessionsSettings() {
        jdbc.sql("ALTER ROLE CURRENT_USER IN DATABASE %s SET DateStyle = 'SQL, DMY'"
                        .formatted(jdbc.sql("SELECT current_database()")
                                .query(String.class)
                                .single()))
                .update();
        jdbc.sql("ALTER ROLE CURRENT_USER IN DATABASE %s SET TimeZone = 'Asia/Kathmandu'"
                        .formatted(jdbc.sql("SELECT current_database()")
                                .query(String.class)
                                .single()))
                .update();

        append(RUN, "'downgrade', '001', 'x', 'v1:a', 'succeeded', 2, 'v1:b', NULL, NULL");

        assertChained();
    }

    @Test
    void belongToTheAttemptThatIsStillRunning() {
        append(RUN, "'upgrade', '001', 'x', 'v1:a', 'running', 0, NULL, NULL, NULL");
        append(RUN, "'upgrade', '001', 'x', 'v1:a', 'running', 1, 'v1:a', NULL, NULL");
        append(RUN, "'upgrade', '001', 'x', 'v1:a', 'succeeded', 1, 'v1:a', NULL, NULL");
        append(RUN, "'upgrade', '002', 'x', 'v1:a', 'succeeded', 1, 'v1:a', NULL, NULL");

        List<JournalEntry> entries = entries();
        assertChained();
        assertThat(entries.subList(0, 3))
                .extracting(JournalEntry::attempt)
                .containsOnly(entries.get(0).attempt());
        assertThat(entries.subList(0, 3))
                .extracting(JournalEntry::startedAt)
                .containsOnly(entries.get(0).startedAt());
        assertThat(entries.get(0).finishedAt()).isNull();
        assertThat(entries.get(2).finishedAt()).isAfter(entries.get(0).startedAt());
        assertThat(entries.get(3).attempt()).isNotEqualTo(entries.get(2).attempt());
        assertThat(Duration.between(entries.get(2).finishedAt(), entries.get(3).startedAt()))
                .isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
