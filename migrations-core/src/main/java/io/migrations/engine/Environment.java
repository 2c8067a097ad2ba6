/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.RecordedState;
import io.migrations.revision.Plan;
import io.migrations.script.ScriptDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What everything that a migrator does has in common. */
record Environment(
        DataSource dataSource, LoadedScripts scripts, MigratorSettings settings, Clock clock, Listeners listener) {

    ScriptDirectory directory() {
        return scripts.directory();
    }

    /** The applied set, wherever the session finds it. */
    AppliedSet appliedSet() {
        return new AppliedSet(settings.tables());
    }

    boolean hasRepeatables() {
        return !directory().repeatables().isEmpty();
    }

    /** What is recorded as applied, wherever the session finds it; one query, and where it finds nothing, whether it could. */
    RecordedState state(Session session) {
        RecordedState state = RecordedState.read(session.jdbc(), settings.tables(), hasRepeatables());
        if (state.applied().isEmpty()) {
            history(session).placeToRead();
        }
        return state;
    }

    /**
     * The history's tables with their schema, where the session sees them; none where there are none yet.
     *
     * @throws HistoryAccessException where the session could not see them
     */
    Optional<HistoryTables> existingTables(Session session) {
        HistoryTables place = history(session).placeToRead();
        return HistorySchema.exists(session.jdbc(), place) ? Optional.of(place) : Optional.empty();
    }

    Environment with(LoadedScripts other) {
        return new Environment(dataSource, other, settings, clock, listener);
    }

    Environment with(MigratorSettings other) {
        return new Environment(dataSource, scripts, other, clock, listener);
    }

    Environment with(Listeners other) {
        return new Environment(dataSource, scripts, settings, clock, other);
    }

    /** The same with another patience for the migration lock, and nobody told. */
    Environment withLockWait(Duration patience) {
        return with(settings.but().lockWait(patience).build()).with(Listeners.none());
    }

    /** The same for another database, with something changed of the scripts, and nobody told. */
    Environment on(DataSource other, UnaryOperator<ScriptDirectory> change) {
        return new Environment(
                other,
                scripts.changed(change),
                settings.but().schemaFingerprint(false).build(),
                clock,
                Listeners.none());
    }

    HistoryAccess history(Session session) {
        return new HistoryAccess(session, settings.tables(), settings);
    }

    /**
     * Takes a connection, used so as the lock mode says, and in the role that the settings name. Without a role this asks
     * the server nothing.
     */
    Session open() {
        Session session = Session.open(dataSource);
        if (settings.lockMode() == LockMode.TRANSACTION) {
            DriverState.forgoServerPrepared(session.connection());
        }
        try {
            RunRole.of(settings).ifPresent(session::takeOn);
            return session;
        } catch (RuntimeException exception) {
            try (session) {
                throw exception;
            }
        }
    }

    /**
     * What a decision comes to in a database as it is now, checked as before a run.
     *
     * @throws io.migrations.MigrationException where it would be refused
     */
    CheckedPlan check(Session session, Decision decision) {
        RecordedState state = state(session);
        Plan plan = decision.plan(state);
        new PlanCheck(StepScripts.of(directory()), appliedSet()).check(session.jdbc(), plan, state.applied());
        return new CheckedPlan(plan, state.applied());
    }

    /** Does some work that only reads, on a session of its own. */
    <T> T reading(Function<Session, T> work) {
        try (Session session = open()) {
            return history(session).translatingToRead(() -> session.reading(() -> work.apply(session)));
        }
    }
}
