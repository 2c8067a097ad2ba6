/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.revision.Plan;
import io.migrations.revision.Stamp;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to a target, and tells where it stands. Each call takes one connection from the data source and
 * gives it back as it was. Safe for use by several threads and processes: the migration lock puts them in a row.
 *
 * <p>Faults are {@link io.migrations.MigrationException}s; those of the server outside a script are Spring's
 * {@link org.springframework.dao.DataAccessException}s.
 */
public final class Migrator {

    private static final Logger logger = LoggerFactory.getLogger(Migrator.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_PER_MESSAGE = 10;

    private final Environment environment;

    /**
     * A migrator; nothing is read until it is asked something.
     *
     * @param dataSource where its connections come from, one at a time
     */
    public Migrator(DataSource dataSource, ScriptLoader loader, MigratorSettings settings, Clock clock) {
        this(new Environment(dataSource, new LoadedScripts(loader), settings, clock, Listeners.none()));
    }

    private Migrator(Environment environment) {
        this.environment = environment;
    }

    /** The same migrator, with one more who is told what its runs do, after those it has already. */
    public Migrator withListener(MigrationListener listener) {
        return new Migrator(environment.with(environment.listener().and(listener)));
    }

    /**
     * The same revisions and settings for another database, such as one to try them in; nobody is told of its runs.
     *
     * @param change what is to be different about the scripts
     */
    public Migrator on(DataSource other, UnaryOperator<ScriptDirectory> change) {
        return new Migrator(environment.on(other, change));
    }

    /** The same migrator, to which a build without any scripts is one that makes nothing. */
    public Migrator orWithoutScripts() {
        return new Migrator(environment.with(environment.scripts().orNone()));
    }

    /**
     * The same migrator for runs that somebody has asked a running application for.
     *
     * @param operator who has, for the journal: in the place of the operating system's user
     * @param lockWait how long such a run waits for the migration lock
     */
    public Migrator onBehalfOf(String operator, Duration lockWait) {
        return new Migrator(environment.with(
                settings().but().operator(operator).lockWait(lockWait).build()));
    }

    /** Where its connections come from. */
    public DataSource dataSource() {
        return environment.dataSource();
    }

    /** How it behaves. */
    public MigratorSettings settings() {
        return environment.settings();
    }

    /**
     * The revisions of this build, read once.
     *
     * @throws io.migrations.script.InvalidScriptsException with every fault of every file
     * @throws io.migrations.script.NoScriptsFoundException where a location has no script
     */
    public ScriptDirectory scripts() {
        return environment.directory();
    }

    /** As {@link #upgrade(List)}, to one target. */
    public RunResult upgrade(String target) {
        return upgrade(List.of(target));
    }

    /**
     * Applies what is pending for some targets, such as {@code head} or a revision id. With nothing pending this is one
     * query, without lock, transaction or write.
     *
     * @throws RevisionFailedException where a statement fails
     * @throws HookFailedException where a statement of a hook fails
     */
    public RunResult upgrade(List<String> targets) {
        return run(Decision.upgrade(scripts(), targets));
    }

    /**
     * Undoes what stands above a target: {@code base} or a revision id. Refuses revisions this build has no script of.
     *
     * @throws RevisionFailedException where a statement fails
     * @throws HookFailedException where a statement of a hook fails
     */
    public RunResult downgrade(String target) {
        return run(Decision.downgrade(scripts(), target));
    }

    /**
     * Undoes one revision and nothing else, whatever else is applied beside it, where {@code -1} from several heads would
     * have to be told which way to go. Refuses a revision this build has no script of.
     *
     * @param revision the whole id
     * @throws io.migrations.revision.InvalidTargetException where it is not applied, or something applied stands on it
     * @throws RevisionFailedException where a statement fails
     * @throws HookFailedException where a statement of a hook fails
     */
    public RunResult undo(String revision) {
        return run(Decision.undo(scripts(), revision));
    }

    /**
     * What a downgrade would do now, and what of it a person should see first: texts that only the database has, for
     * revisions this build does not know, and what loses data.
     *
     * @throws TamperedDowngradeException where such a text is not proven to be the one that was recorded
     * @throws BrokenJournalException where the journal proves nothing
     * @throws IrreversibleRevisionException where there is no way back
     */
    public ReviewedDowngrade reviewDowngrade(String target) {
        var decision = Decision.downgrade(scripts(), target);
        return environment.reading(session -> {
            List<AppliedRevision> applied = environment.state(session).applied();
            Plan plan = decision.plan(applied);
            List<KeptDowngrade> kept = new KeptDowngrades(
                            environment.scripts(), environment.settings().tables())
                    .of(session.jdbc(), plan, applied);
            var scripts = new StepScripts(scripts(), KeptDowngrades.parse(environment.scripts(), kept));
            new PlanCheck(scripts, environment.appliedSet()).check(session.jdbc(), plan, applied);
            return new ReviewedDowngrade(target, plan, kept, DataLoss.in(plan, scripts));
        });
    }

    /**
     * Runs a downgrade that a person has seen, texts from the database included. For a command, never for a startup.
     *
     * @throws PlanChangedException where the database is not as it was shown
     * @throws RevisionFailedException where a statement fails
     */
    public RunResult downgrade(ReviewedDowngrade shown) {
        return new Running(
                        environment,
                        Decision.downgrade(scripts(), shown.target()),
                        Agreement.to(shown, environment.scripts()))
                .execute();
    }

    /** As {@link #planUpgrade(List)}, to one target. */
    public Plan planUpgrade(String target) {
        return planUpgrade(List.of(target));
    }

    /** What {@link #upgrade(List)} would do now. */
    public Plan planUpgrade(List<String> targets) {
        return plan(Decision.upgrade(scripts(), targets));
    }

    /**
     * What {@link #upgrade(List)} would do now, refused where that would be refused.
     *
     * @throws ModifiedRevisionException where an applied script was edited
     */
    public Plan reviewUpgrade(List<String> targets) {
        var decision = Decision.upgrade(scripts(), targets);
        return environment.reading(
                session -> environment.check(session, decision).plan());
    }

    /** Who has the migration lock now, if somebody has and can be seen. */
    public Optional<LockHolder> lockHolder() {
        return environment.reading(session -> Optional.ofNullable(
                        new HistorySchema(environment.settings().tables())
                                .resolve(session.jdbc())
                                .tables())
                .flatMap(tables -> LockHolders.ofAdvisoryLock(
                        session.jdbc(), MigrationLock.of(tables, environment).key())));
    }

    /** What {@link #downgrade(String)} would do now. */
    public Plan planDowngrade(String target) {
        return plan(Decision.downgrade(scripts(), target));
    }

    /** What {@link #stamp} would record now. */
    public Stamp planStamp(List<String> targets, boolean purge) {
        var decision = new StampDecision(scripts(), Decision.parse(targets), purge);
        return environment.reading(
                session -> decision.decide(environment.state(session).applied()));
    }

    /** As {@link #stamp(List, boolean, Stamp)}, whatever it turns out to be. */
    public Stamp stamp(List<String> targets, boolean purge) {
        return stamping(new StampDecision(scripts(), Decision.parse(targets), purge), null);
    }

    /**
     * Records revisions as applied, or no longer so, without running anything, so that the targets are the heads of
     * their lineages: Alembic's {@code stamp}. All in one transaction. Creates the tables where there are none, which
     * adopts a database that was made otherwise.
     *
     * @param purge whether to forget everything else, also what this build does not know
     * @param shown what a person has agreed to
     * @throws UnknownAppliedException where it would forget such a revision without being told to
     * @throws InterruptedRevisionException where a revision is half done
     * @throws PlanChangedException where the database is not as it was shown
     */
    public Stamp stamp(List<String> targets, boolean purge, Stamp shown) {
        return stamping(new StampDecision(scripts(), Decision.parse(targets), purge), shown);
    }

    /**
     * What {@link #upgrade(List)} would do, as a script for psql, without asking the database anything. The script holds
     * the history's rows, and refuses a database that is not where it starts from.
     *
     * @param targets one {@code FROM:TO}, or targets, which start from an empty database
     */
    public String upgradeScript(List<String> targets) {
        return offline().of(OfflineRange.parse(targets).upgrade(scripts()));
    }

    /**
     * What {@link #downgrade(String)} would do, likewise.
     *
     * @param range {@code FROM:TO}
     * @throws IrreversibleRevisionException where there is no way back
     */
    public String downgradeScript(String range) {
        return offline()
                .of(OfflineRange.parse(List.of(range)).downgrade(scripts().graph()));
    }

    /**
     * What {@link #stamp(List, boolean)} would do, likewise.
     *
     * @param targets one {@code FROM:TO}, or targets, which start from an empty database
     */
    public String stampScript(List<String> targets) {
        return offline().of(OfflineRange.parse(targets).stamp(scripts().graph()));
    }

    /**
     * What of the history can be put right: scripts edited after they had been applied, attempts that never ended.
     *
     * @param revisions which revisions; none means all
     */
    public Repair planRepair(List<String> revisions) {
        return environment.reading(session -> new Repairing(environment, revisions).plan(session));
    }

    /**
     * Puts right what was shown, in one transaction; runs nothing of any script.
     *
     * @param as what half-done revisions count as; needed where there are some
     * @throws PlanChangedException where the database is not as it was shown
     * @throws InterruptedRevisionException for a half-done revision without a decision
     */
    public Repair repair(Repair shown, @Nullable RepairAs as) {
        return shown.isEmpty()
                ? shown
                : writing(history -> new Repairing(environment, shown.revisions()).execute(history, shown, as));
    }

    /**
     * Changes nothing, and fails where something is pending for the targets or an applied script was edited.
     *
     * @throws NotCurrentException naming what is pending
     */
    public RunResult validate(List<String> targets) {
        return validate(targets, true);
    }

    private RunResult validate(List<String> targets, boolean isFirstLook) {
        var decision = Decision.upgrade(scripts(), targets);
        long start = System.nanoTime();
        return environment.reading(session -> {
            CheckedPlan checked = environment.check(session, decision);
            if (isFirstLook) {
                Moved.warn(scripts(), checked.applied());
            }
            if (!checked.plan().isEmpty()) {
                throw NotCurrentException.of(checked.plan());
            }
            return RunResult.of(
                    scripts().graph(), checked.plan(), List.of(), List.of(), checked.applied(), Duration.ZERO, start);
        });
    }

    /**
     * Changes nothing, and returns as soon as another process has applied what is pending for the targets.
     *
     * @throws NotCurrentException where that takes longer than the timeout
     */
    public RunResult awaitCurrent(List<String> targets, Duration timeout) {
        Instant start = Instant.now();
        for (int look = 0; ; look++) {
            try {
                return validate(targets, look == 0).tookSince(start);
            } catch (NotCurrentException exception) {
                if (isOver(start, timeout)) {
                    throw exception.after(timeout);
                }
                if (look % LOOKS_PER_MESSAGE == 0) {
                    logger.info(
                            "Waiting for another process to apply {}",
                            Stream.concat(exception.pending().stream(), exception.repeatables().stream())
                                    .toList());
                }
            } catch (HistoryAccessException exception) {
                // The process that migrates may be about to make the schema, or to grant its use.
                if (isOver(start, timeout)) {
                    throw exception;
                }
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private static boolean isOver(Instant start, Duration timeout) {
        return Duration.between(start, Instant.now()).compareTo(timeout) >= 0;
    }

    /** Where the database stands, as far as can be told; what cannot is in its problems. Reads only. */
    public MigrationStatus status() {
        return environment.reading(session -> new StatusReader(environment).read(session));
    }

    /** The texts that the database keeps of an applied revision. */
    public Optional<RecordedTexts> recordedTexts(String revision) {
        return environment.reading(session -> environment
                .existingTables(session)
                .flatMap(tables -> new AppliedSet(tables).texts(session.jdbc(), revision))
                .map(texts -> new RecordedTexts(texts.upgrade(), texts.downgrade())));
    }

    /** The team's migration log: every attempt that the journal has, the newest last. */
    public List<LogEntry> log() {
        return environment.reading(session -> new JournalReader(environment, session).log());
    }

    /** Whether the journal is whole and says what the applied set says. */
    public JournalVerification verifyJournal() {
        return environment.reading(session -> new JournalReader(environment, session).verify());
    }

    /** The schema of the database as it is now, and what the history says of it, at one moment. */
    public RecordedSchema schema() {
        return environment.reading(session -> new SchemaReading(environment, session).read());
    }

    /** What is applied to the database, as it ran, to be run in another one. */
    public AppliedScripts appliedScripts() {
        return environment.reading(session -> new AsApplied(environment, session).read());
    }

    private Plan plan(Decision decision) {
        return environment.reading(session -> decision.plan(environment.state(session)));
    }

    private RunResult run(Decision decision) {
        return new Running(environment, decision, Agreement.none(environment.scripts())).execute();
    }

    private Stamp stamping(StampDecision decision, @Nullable Stamp shown) {
        Stamp stamp = environment.reading(
                session -> decision.decide(environment.state(session).applied()));
        return stamp.isEmpty() && shown == null
                ? stamp
                : writing(history -> new Stamping(history, environment, decision).execute(shown));
    }

    private OfflineScript offline() {
        return new OfflineScript(
                scripts(), environment.settings(), environment.clock().instant());
    }

    private <T> T writing(Function<LockedHistory, T> work) {
        T written;
        try (Session session = environment.open()) {
            written = LockedHistory.with(environment, session, work);
        }
        environment.listener().historyChanged();
        return written;
    }
}
