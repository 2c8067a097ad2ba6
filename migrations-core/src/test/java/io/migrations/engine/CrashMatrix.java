/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.MigrationException;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.Direction;
import io.migrations.test.Catalog;
import io.migrations.test.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;

/**
 * Cuts a run off before one message of the protocol after the other, lets another run follow each time, and compares
 * where that ends with where an undisturbed run does.
 *
 * @param build the scripts and settings
 * @param prepare what the database has before
 * @param run what is cut off, and then done again
 */
record CrashMatrix(Function<TestDatabase, MigratorFixture> build, Consumer<Migrator> prepare, Consumer<Migrator> run) {

    private static final List<String> READING = List.of("SELECT", "SET", "BEGIN", "SHOW");

    /** What must be equal, however a run went. */
    private record End(Catalog catalog, List<Map<String, Object>> effects, List<String> applied, List<String> done) {

        static End of(MigratorFixture fixture) {
            return new End(
                    Catalog.of(fixture.database.jdbc()),
                    fixture.database
                            .jdbc()
                            .sql("SELECT what, count(*) AS times FROM ran GROUP BY what ORDER BY what")
                            .query()
                            .listOfRows(),
                    fixture.applied(),
                    fixture.journal().stream()
                            .filter(entry -> entry.outcome() == Outcome.SUCCEEDED)
                            .map(entry -> entry.action() + " " + entry.revision())
                            .toList());
        }
    }

    /**
     * Around every command that changes something, or of these places every n-th.
     *
     * @param step n; no multiple of three, so that it comes to all three places; 0 for before every message
     * @param comesBack whether the network is there again for the run that was cut off
     */
    void run(TestDatabase database, int step, boolean comesBack) {
        List<CuttingProxy.Message> messages = new ArrayList<>();
        End undisturbed = undisturbed(database, messages);
        List<Integer> places = step == 0
                ? IntStream.range(0, messages.size()).boxed().toList()
                : everyNth(step, List.copyOf(aroundChanges(messages)));
        assertThat(places).hasSizeGreaterThan(10);
        List<String> wrong = new ArrayList<>();
        for (int place : places) {
            try {
                assertThat(afterCut(database, place, comesBack)).isEqualTo(undisturbed);
            } catch (AssertionError | RuntimeException violation) {
                wrong.add("before message %d (%s): %s".formatted(place, messages.get(place), violation));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Before each such command is executed, before it is committed, and with its answer lost. */
    private static Collection<Integer> aroundChanges(List<CuttingProxy.Message> messages) {
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < messages.size(); i++) {
            String command = messages.get(i).command();
            if (!command.isEmpty() && READING.stream().noneMatch(command::startsWith)) {
                places.addAll(List.of(lastToServer(messages, "E", i), lastToServer(messages, "SQ", i), i));
            }
        }
        return places;
    }

    private static List<Integer> everyNth(int step, List<Integer> places) {
        return IntStream.range(0, places.size())
                .filter(i -> i % step == 0)
                .mapToObj(places::get)
                .toList();
    }

    private static int lastToServer(List<CuttingProxy.Message> messages, String types, int before) {
        return IntStream.iterate(before, i -> i - 1)
                .filter(i -> messages.get(i).toServer()
                        && types.indexOf(messages.get(i).type()) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private End undisturbed(TestDatabase database, List<CuttingProxy.Message> messages) {
        try (CuttingProxy proxy = CuttingProxy.open()) {
            MigratorFixture fixture = prepared(database);
            run.accept(fixture.migrator(through(proxy, database)));
            messages.addAll(proxy.seen());
            return End.of(fixture);
        }
    }

    private End afterCut(TestDatabase database, int place, boolean comesBack) {
        try (CuttingProxy proxy = CuttingProxy.cutting(place, comesBack)) {
            MigratorFixture fixture = prepared(database);
            Optional<RuntimeException> fault = fault(fixture.migrator(through(proxy, database)));
            awaitAlone(fixture);
            fault.ifPresent(report -> requireTrue(report, fixture));
            run.accept(fixture.migrator());
            requireTruthfulJournal(fixture);
            return End.of(fixture);
        }
    }

    /** Creating a database each time would take longer than all the rest. */
    private MigratorFixture prepared(TestDatabase database) {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE ran (what text)");
        MigratorFixture fixture = build.apply(database);
        prepare.accept(fixture.migrator());
        return fixture;
    }

    private Optional<RuntimeException> fault(Migrator migrator) {
        try {
            run.accept(migrator);
            return Optional.empty();
        } catch (MigrationException | DataAccessException fault) {
            return Optional.of(fault);
        }
    }

    /** The server may still be busy with what it had received. */
    private static void awaitAlone(MigratorFixture fixture) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> fixture.database
                        .jdbc()
                        .sql("SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid())")
                        .query(Boolean.class)
                        .single());
    }

    /** A report must not say that a revision was undone that is there, nor that one is there that is not. */
    private static void requireTrue(RuntimeException fault, MigratorFixture fixture) {
        if (fault instanceof RevisionFailedException failed && !failed.isOutcomeUnknown()) {
            boolean upgrade = failed.step().direction() == Direction.UPGRADE;
            assertThat(fixture.applied().contains(failed.step().revision().id()))
                    .as("'%s' is as its report says: %s", failed.step(), failed.getMessage())
                    .isNotEqualTo(upgrade);
        }
    }

    private static void requireTruthfulJournal(MigratorFixture fixture) {
        assertThat(fixture.migrator().verifyJournal())
                .satisfies(journal ->
                        assertThat(journal.isSound()).as("%s", journal).isTrue());
        List<JournalEntry> journal = fixture.journal();
        assertThat(journal.stream()
                        .filter(entry -> entry.outcome() == Outcome.RUNNING)
                        .map(JournalEntry::attempt)
                        .filter(attempt -> journal.stream()
                                .noneMatch(entry ->
                                        entry.attempt().equals(attempt) && entry.outcome() != Outcome.RUNNING)))
                .as("attempts that never ended")
                .isEmpty();
    }

    private static DataSource through(CuttingProxy proxy, TestDatabase database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(proxy.url(database.name()));
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        return dataSource;
    }
}
