/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.engine.JdbcUrls;
import io.migrations.engine.LastRun;
import io.migrations.engine.MigrationStatus;
import io.migrations.engine.Migrator;
import io.migrations.history.Actor;
import io.migrations.revision.Revision;
import io.migrations.script.ScriptDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One migrator's database.
 *
 * @param state how it stands to this build: {@code empty}, {@code behind}, {@code current}, {@code ahead},
 *     {@code diverged}, or {@code unknown} where it cannot be read
 * @param heads the heads of this build and of the database
 * @param pending how many revisions of this build are not applied, if that can be told
 * @param revisions every revision of the build and of the database, parents first
 * @param repeatables every repeatable script, in the order in which they run; those that only the database has come last
 * @param lastRun the newest run, if there was one
 * @param problems what someone should look at, in sentences
 */
public record MigratorDescriptor(
        String state,
        Heads heads,
        @Nullable Integer pending,
        List<RevisionDescriptor> revisions,
        List<RepeatableDescriptor> repeatables,
        @Nullable Run lastRun,
        List<String> problems) {

    static final String UNKNOWN = "unknown";
    private static final Logger logger = LoggerFactory.getLogger(MigratorDescriptor.class);

    /**
     * The newest revisions.
     *
     * @param code of this build
     * @param database of what is applied
     */
    public record Heads(List<String> code, List<String> database) {}

    /**
     * A run of the journal.
     *
     * @param action {@code upgrade} or {@code downgrade}
     * @param outcome {@code succeeded}, {@code failed}, {@code running} or {@code interrupted}
     * @param startedAt when its first attempt began
     * @param finishedAt when its newest attempt ended; none while it runs
     * @param revisions what it completed, in order
     * @param actor who ran it
     * @param message why it failed, if it did
     */
    public record Run(
            String action,
            String outcome,
            Instant startedAt,
            @Nullable Instant finishedAt,
            List<String> revisions,
            Actor actor,
            @Nullable String message) {

        static Run of(LastRun run) {
            String message = run.message();
            return new Run(
                    run.action(),
                    run.outcome().name().toLowerCase(Locale.ROOT),
                    run.startedAt(),
                    run.finishedAt(),
                    run.revisions(),
                    run.actor(),
                    message == null ? null : JdbcUrls.withoutSecretsIn(message));
        }
    }

    /** Reads a migrator's database; one that cannot be read is described by what is wrong with it. */
    static MigratorDescriptor of(Migrator migrator) {
        try {
            return of(migrator.status());
        } catch (RuntimeException exception) {
            logger.debug("The state of a database cannot be told", exception);
            return unreadable(migrator, JdbcUrls.messageWithoutSecrets(exception));
        }
    }

    Optional<RevisionDescriptor> find(String id) {
        return revisions.stream().filter(revision -> revision.id().equals(id)).findFirst();
    }

    private static MigratorDescriptor of(MigrationStatus status) {
        LastRun lastRun = status.lastRun();
        return new MigratorDescriptor(
                status.state().name().toLowerCase(Locale.ROOT),
                new Heads(status.codeHeads(), status.databaseHeads()),
                status.pending(),
                status.revisions().stream().map(RevisionDescriptor::of).toList(),
                status.repeatables().stream().map(RepeatableDescriptor::of).toList(),
                lastRun == null ? null : Run.of(lastRun),
                status.problems().stream().map(JdbcUrls::withoutSecretsIn).toList());
    }

    private static MigratorDescriptor unreadable(Migrator migrator, String problem) {
        try {
            ScriptDirectory scripts = migrator.scripts();
            return new MigratorDescriptor(
                    UNKNOWN,
                    new Heads(scripts.graph().heads().stream().map(Revision::id).toList(), List.of()),
                    null,
                    scripts.graph().revisions().stream()
                            .flatMap(revision -> scripts.find(revision.id()).stream())
                            .map(RevisionDescriptor::unknown)
                            .toList(),
                    scripts.repeatables().stream()
                            .map(RepeatableDescriptor::unknown)
                            .toList(),
                    null,
                    List.of(problem));
        } catch (RuntimeException exception) {
            // Then this is the very problem: the scripts are read first.
            return new MigratorDescriptor(
                    UNKNOWN, new Heads(List.of(), List.of()), null, List.of(), List.of(), null, List.of(problem));
        }
    }
}
