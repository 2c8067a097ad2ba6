/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.MigrationException;
import io.migrations.boot.actuate.run.RunRefusedException.Reason;
import io.migrations.engine.DatabaseUnreachableException;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.LockHolder;
import io.migrations.engine.LockNotObtainedException;
import io.migrations.engine.Migrator;
import io.migrations.engine.ModifiedRevisionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The runs that the application was asked for since it started: one at a time for each migrator, in the background, and
 * the newest of them to look at. A shutdown waits for a run, for half a minute; what it has not committed by then the
 * database takes back. Safe for use by several threads.
 */
public final class MigrationRuns implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(MigrationRuns.class);
    private static final int KEPT = 100;
    private static final Duration LOCK_WAIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(30);

    private final boolean downgrades;
    private final RunAudit audit;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    private final Map<String, RequestedRun> newest = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RequestedRun> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * None yet.
     *
     * @param downgrades whether a downgrade is among what may be asked for
     */
    public MigrationRuns(boolean downgrades, RunAudit audit) {
        this.downgrades = downgrades;
        this.audit = audit;
        executor.setThreadNamePrefix("migrations-run-");
        executor.setCorePoolSize(0);
        executor.setQueueCapacity(0);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationMillis(PATIENCE_AT_SHUTDOWN.toMillis());
        executor.initialize();
    }

    /**
     * Starts what is asked for, or tells what it would be.
     *
     * @param name the migrator's
     * @throws RunRefusedException where it may not be, or somebody else is at it
     */
    public RunDescriptor submit(String name, Migrator migrator, RunRequest request) {
        if (request.action() == RunAction.DOWNGRADE && !downgrades && !request.dryRun()) {
            throw refused(
                    Reason.REFUSED,
                    name,
                    request,
                    null,
                    "Downgrades are not allowed here; 'migrations.endpoint.allow-downgrade=true' allows them.");
        }
        try {
            Work work = Work.of(request, migrator);
            if (request.dryRun() || work.isEmpty()) {
                String state = work.isEmpty() ? "nothing-to-do" : "planned";
                return RunDescriptor.idle(name, request, state, work.plan(), null);
            }
            requireConfirmed(name, request, work);
            requireFree(name, migrator, request, work);
            return start(name, migrator, request, work).describe();
        } catch (LockNotObtainedException exception) {
            throw refused(Reason.LOCKED, name, request, exception);
        } catch (DatabaseUnreachableException | DataAccessException exception) {
            throw refused(Reason.UNAVAILABLE, name, request, exception);
        } catch (RunRefusedException exception) {
            throw exception;
        } catch (ModifiedRevisionException exception) {
            throw refused(
                    Reason.REFUSED,
                    name,
                    request,
                    null,
                    JdbcUrls.messageWithoutSecrets(exception)
                            + " Put the script back, or look at what a 'repair' would accept, with a dry run.");
        } catch (MigrationException exception) {
            throw refused(Reason.REFUSED, name, request, exception);
        }
    }

    /** A run by its id, if it is among the newest. */
    public synchronized Optional<RunDescriptor> find(String id) {
        return Optional.ofNullable(newest.get(id)).map(RequestedRun::describe);
    }

    /** The newest, the latest first. */
    public synchronized List<RunDescriptor> newest() {
        List<RunDescriptor> runs = new ArrayList<>(
                newest.values().stream().map(RequestedRun::describe).toList());
        Collections.reverse(runs);
        return runs;
    }

    private static void requireConfirmed(String name, RunRequest request, Work work) {
        if (work.needsDecision() || (!request.confirm() && !work.concerns().isEmpty())) {
            throw refused(
                    Reason.REFUSED,
                    name,
                    request,
                    work.plan(),
                    String.join(" ", work.concerns()) + " Send '\"confirm\": true' to go on.");
        }
    }

    private static void requireFree(String name, Migrator migrator, RunRequest request, Work work) {
        Optional<LockHolder> holder = migrator.lockHolder();
        if (holder.isPresent()) {
            throw refused(
                    Reason.LOCKED,
                    name,
                    request,
                    work.plan(),
                    "The migration lock is held by %s. Try again when it is free.".formatted(holder.get()));
        }
    }

    private synchronized RequestedRun start(String name, Migrator migrator, RunRequest request, Work work) {
        newest.values().stream()
                .filter(RequestedRun::isRunning)
                .filter(running -> running.describe().migrator().equals(name))
                .findFirst()
                .ifPresent(running -> {
                    throw refused(
                            Reason.LOCKED,
                            name,
                            request,
                            work.plan(),
                            "Run '%s' of this process is not done yet.".formatted(running.id()));
                });
        var run = new RequestedRun(name, request, work.plan());
        newest.put(run.id(), run);
        try {
            audit.requested(run.describe());
            executor.execute(() -> execute(run, migrator, work));
        } catch (RuntimeException exception) {
            // Or it would keep out all that come after it.
            run.fail(exception, null);
            throw exception;
        }
        return run;
    }

    private void execute(RequestedRun run, Migrator migrator, Work work) {
        Duration patience = migrator.settings().lockWait();
        try {
            run.succeed(work.execution()
                    .apply(migrator.onBehalfOf(
                                    run.request().principal(), patience.compareTo(LOCK_WAIT) < 0 ? patience : LOCK_WAIT)
                            .withListener(run)));
        } catch (RuntimeException | Error fault) {
            logger.warn(
                    "Run '{}' that {} asked for has failed",
                    run.id(),
                    run.request().principal(),
                    fault);
            run.fail(fault, heads(migrator));
        }
        audit.ended(run.describe());
    }

    /** Where a failed run has left the database, if that can be told. */
    private static @Nullable List<String> heads(Migrator migrator) {
        try {
            return migrator.status().databaseHeads();
        } catch (RuntimeException exception) {
            logger.debug("Where the database stands cannot be told", exception);
            return null;
        }
    }

    private static RunRefusedException refused(
            Reason reason, String name, RunRequest request, @Nullable PlanDescriptor plan, String problem) {
        return new RunRefusedException(reason, RunDescriptor.idle(name, request, "refused", plan, problem), null);
    }

    private static RunRefusedException refused(Reason reason, String name, RunRequest request, RuntimeException fault) {
        return new RunRefusedException(
                reason,
                RunDescriptor.idle(name, request, "refused", null, JdbcUrls.messageWithoutSecrets(fault)),
                fault);
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
