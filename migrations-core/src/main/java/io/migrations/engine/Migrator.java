/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Target;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final DataSource dataSource;
    private final ScriptLoader loader;
    private final MigratorSettings settings;
    private final Clock clock;
    private volatile @Nullable ScriptDirectory directory;

    /**
     * A migrator; nothing is read until it is asked something.
     *
     * @param dataSource where its connections come from, one at a time
     */
    public Migrator(DataSource dataSource, ScriptLoader loader, MigratorSettings settings, Clock clock) {
        this.dataSource = dataSource;
        this.loader = loader;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where its connections come from. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * The revisions of this build, read once.
     *
     * @throws io.migrations.script.InvalidScriptsException with every fault of every file
     * @throws io.migrations.script.NoScriptsFoundException where a location has no script
     */
    public ScriptDirectory scripts() {
        ScriptDirectory loaded = directory;
        if (loaded == null) {
            loaded = loader.load();
            directory = loaded;
        }
        return loaded;
    }

    /**
     * Applies what is pending for a target: {@code head}, {@code heads} or a revision id. With nothing pending this is
     * one query, without lock, transaction or write.
     *
     * @throws RevisionFailedException where a statement fails
     */
    public RunResult upgrade(String target) {
        return run(new Decision(scripts(), Direction.UPGRADE, Target.parse(target)));
    }

    /**
     * Undoes what stands above a target: {@code base} or a revision id.
     *
     * @throws RevisionFailedException where a statement fails
     */
    public RunResult downgrade(String target) {
        return run(new Decision(scripts(), Direction.DOWNGRADE, Target.parse(target)));
    }

    /** What {@link #upgrade} would do now. */
    public Plan planUpgrade(String target) {
        return plan(new Decision(scripts(), Direction.UPGRADE, Target.parse(target)));
    }

    /** What {@link #downgrade} would do now. */
    public Plan planDowngrade(String target) {
        return plan(new Decision(scripts(), Direction.DOWNGRADE, Target.parse(target)));
    }

    /**
     * Changes nothing, and fails where something is pending for the target or an applied script was edited.
     *
     * @throws NotCurrentException naming what is pending
     */
    public RunResult validate(String target) {
        var decision = new Decision(scripts(), Direction.UPGRADE, Target.parse(target));
        long start = System.nanoTime();
        try (Session session = Session.open(dataSource)) {
            List<AppliedRevision> applied = history(session).read();
            Plan plan = decision.plan(applied);
            new PlanCheck(scripts(), new AppliedSet(settings.tables())).check(session.jdbc(), plan, applied);
            if (!plan.isEmpty()) {
                throw new NotCurrentException(
                        plan.steps().stream().map(step -> step.revision().id()).toList());
            }
            return RunResult.of(scripts().graph(), plan, List.of(), applied, Duration.ZERO, start);
        }
    }

    /**
     * Changes nothing, and returns as soon as another process has applied what is pending for the target.
     *
     * @throws NotCurrentException where that takes longer than the timeout
     */
    public RunResult awaitCurrent(String target, Duration timeout) {
        Instant start = Instant.now();
        for (int look = 0; ; look++) {
            try {
                return validate(target);
            } catch (NotCurrentException exception) {
                if (Duration.between(start, Instant.now()).compareTo(timeout) >= 0) {
                    throw exception;
                }
                if (look % LOOKS_PER_MESSAGE == 0) {
                    logger.info("Waiting for another process to apply {}", exception.pending());
                }
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** Where the database stands, as far as can be told; what cannot is in its problems. Reads only. */
    public MigrationStatus status() {
        try (Session session = Session.open(dataSource)) {
            return history(session).translating(() -> new StatusReader(scripts(), settings).read(session.jdbc()));
        }
    }

    private Plan plan(Decision decision) {
        try (Session session = Session.open(dataSource)) {
            return decision.plan(history(session).read());
        }
    }

    private RunResult run(Decision decision) {
        long start = System.nanoTime();
        try (Session session = Session.open(dataSource)) {
            List<AppliedRevision> applied = history(session).read();
            Plan plan = decision.plan(applied);
            new PlanCheck(decision.directory(), new AppliedSet(settings.tables())).check(session.jdbc(), plan, applied);
            return plan.isEmpty()
                    ? RunResult.of(scripts().graph(), plan, List.of(), applied, Duration.ZERO, start)
                    : execute(session, decision, start);
        }
    }

    private RunResult execute(Session session, Decision decision, long start) {
        session.prepare();
        HistoryAccess history = history(session).resolved();
        var lock = new MigrationLock(history.tables(), settings.lockWait());
        var recorder = new Recorder(
                decision.directory(), history.tables(), ThisProcess.actor(session.user(), settings), clock);
        var run = new Run(session, settings, decision, new AppliedSet(history.tables()), lock, recorder);
        if (settings.lockMode() == LockMode.SESSION) {
            lock.acquire(session.jdbc());
        }
        try {
            history.createIfMissing(lock);
            Plan plan = history.translating(run::execute);
            return RunResult.of(scripts().graph(), plan, run.completed(), history.read(), lock.waited(), start);
        } finally {
            session.abandon();
            if (settings.lockMode() == LockMode.SESSION) {
                lock.release(session.jdbc());
            }
        }
    }

    private HistoryAccess history(Session session) {
        return new HistoryAccess(session, settings.tables(), settings.lockMode());
    }
}
