/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.script.JavaRevision;
import io.migrations.script.JavaRevisions;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A folder of scripts and a database to run them on. */
final class MigratorFixture {

    final TestDatabase database;
    final Path folder;
    private MigratorSettings settings = MigratorSettings.defaults()
            .but()
            .lockWait(Duration.ofSeconds(20))
            .statementLockTimeout(Duration.ofSeconds(2))
            .maxAttempts(5)
            .schemaFingerprint(false)
            .application("tests")
            .applicationVersion("1.0")
            .build();
    private Placeholders placeholders = Placeholders.none();
    private JavaRevisions classes = JavaRevisions.none();

    MigratorFixture(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    MigratorFixture settings(MigratorSettings changed) {
        settings = changed;
        return this;
    }

    /** With some of the settings changed. */
    MigratorFixture with(UnaryOperator<MigratorSettings.Builder> change) {
        return settings(change.apply(settings.but()).build());
    }

    MigratorSettings settings() {
        return settings;
    }

    MigratorFixture script(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    MigratorFixture without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    MigratorFixture placeholders(Map<String, String> values) {
        placeholders = Placeholders.of(values);
        return this;
    }

    MigratorFixture placeholdersInQuotes(Map<String, String> values) {
        placeholders = Placeholders.of(values).inQuotes();
        return this;
    }

    MigratorFixture revisions(JavaRevision... revisions) {
        classes = () -> List.of(revisions);
        return this;
    }

    MigratorFixture lockMode(LockMode mode) {
        return with(changed -> changed.lockMode(mode));
    }

    MigratorFixture transactionPer(TransactionPer unit) {
        return with(changed -> changed.transactionPer(unit));
    }

    /** A new migrator, as a new process would have. */
    Migrator migrator() {
        return migrator(database.dataSource());
    }

    Migrator migrator(DataSource dataSource) {
        return migrator(dataSource, List.of("file:" + folder));
    }

    Migrator migrator(List<String> locations) {
        return migrator(database.dataSource(), locations);
    }

    private Migrator migrator(DataSource dataSource, List<String> locations) {
        var loader = new ScriptLoader(locations, MigratorFixture.class.getClassLoader(), placeholders, classes);
        return new Migrator(dataSource, loader, settings, Clock.systemUTC());
    }

    List<String> applied() {
        return new AppliedSet(settings.tables())
                .read(database.jdbc()).stream().map(AppliedRevision::id).toList();
    }

    List<JournalEntry> journal() {
        return new Journal(settings.tables()).entries(database.jdbc());
    }

    /** The same without what runs note of the schema, as those of processes do. */
    List<String> attemptWords() {
        return journalWords().stream()
                .filter(words -> !words.startsWith("fingerprint"))
                .toList();
    }

    /** The journal as short words: {@code upgrade 001 succeeded}. */
    List<String> journalWords() {
        return journal().stream()
                .flatMap(entry -> Stream.of("%s %s %s"
                        .formatted(
                                entry.action(),
                                entry.revision(),
                                entry.outcome().name().toLowerCase(java.util.Locale.ROOT))))
                .toList();
    }
}
