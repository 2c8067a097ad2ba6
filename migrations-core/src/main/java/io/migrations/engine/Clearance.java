/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistorySchema;
import io.migrations.history.RepeatableRow;
import io.migrations.revision.Step;
import io.migrations.script.InvalidScriptsException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the views and routines of repeatable scripts give way to a revision that changes what is under them: they are
 * dropped before its statements and made anew after them, in its transaction. What cannot be made anew there has to run
 * again after the revisions, and is recorded so in the same transaction, with the privileges it had: no crash loses them.
 */
final class Clearance {

    private static final Logger logger = LoggerFactory.getLogger(Clearance.class);

    /** A column's type cannot be altered under a view, and what something depends on cannot be dropped. */
    private static final Set<String> IN_THE_WAY = Set.of("0A000", "2BP01");

    private final LockedHistory history;
    private final Environment environment;
    private final Session session;

    /** The repeatable scripts that give way to a step. */
    private final Map<Step, Set<String>> scripts = new HashMap<>();

    private final TakenAway takenAway;
    private List<Displaced> displaced = List.of();

    Clearance(LockedHistory history, Environment environment) {
        this.history = history;
        this.environment = environment;
        this.session = history.session();
        this.takenAway = new TakenAway(history);
    }

    /**
     * Whether a step that failed may work with repeatable scripts out of the way; then it is rolled back, and they will be.
     */
    boolean mayHelp(StepException failed) {
        if (!(failed.fault() instanceof ScriptStatementException fault)
                || !IN_THE_WAY.contains(String.valueOf(fault.failure().sqlState()))) {
            return false;
        }
        session.rollback(fault);
        try {
            return mayHelp(failed.attempt(), fault);
        } catch (RuntimeException unknown) {
            // The failure of the step is what matters.
            session.rollback(unknown);
            fault.addSuppressed(unknown);
            return false;
        }
    }

    private boolean mayHelp(Recorder.Attempt attempt, ScriptStatementException fault) {
        String revision = attempt.step().revision().id();
        if (!HistorySchema.hasRepeatables(jdbc(), history.tables())) {
            return false;
        }
        session.begin();
        try {
            var displacement = new Displacement(jdbc(), recorded());
            Set<String> found = displacement.scriptsOf(new Catalog(jdbc())
                    .dependentsOf(
                            fault.names().stream().map(RelationName::quoted).toList()));
            Set<String> known = scripts.computeIfAbsent(attempt.step(), step -> new LinkedHashSet<>());
            if (found.isEmpty() || known.containsAll(found)) {
                return false;
            }
            if (!attempt.script().transactional()) {
                logger.warn(
                        "What repeatable scripts {} made stands in the way of revision '{}'. It could give way if that ran in"
                                + " a transaction: move the statement at line {} into a revision of its own",
                        found,
                        revision,
                        fault.failure().position().line());
                return false;
            }
            displacement.withThoseAbove(found);
            known.addAll(found);
            logger.info("What repeatable scripts {} made gives way to revision '{}'", found, revision);
            return true;
        } catch (DependentObjectsException blocked) {
            logger.warn(
                    "What repeatable scripts made cannot give way to revision '{}', as something depends on it that none of"
                            + " them made: {}",
                    revision,
                    blocked.dependents());
            return false;
        } finally {
            session.abandon();
        }
    }

    /** Drops what gives way to a step, in a transaction of the step, and records that it has to be made anew. */
    void before(Step step) {
        displaced = List.of();
        Set<String> names = scripts.getOrDefault(step, Set.of());
        if (!names.isEmpty()) {
            List<RepeatableRow> recorded = recorded();
            Set<String> known = recorded.stream().map(RepeatableRow::name).collect(Collectors.toSet());
            known.retainAll(names);
            displaced = new Displacement(jdbc(), recorded).drop(known);
            displaced.forEach(
                    script -> history.repeatables().update(jdbc(), script.row().gaveWay(script.saved())));
        }
        takenAway.before();
    }

    /**
     * Makes it anew as it was, where that still works, in the step's transaction; what the step itself dropped is recorded
     * as to be made anew by its script.
     *
     * @param settings sets what holds for the step's statements; its own may have changed that
     * @throws ScriptStatementException where it does not, and this build has nothing to make instead
     */
    void after(Step step, Runnable settings) {
        for (Displaced script : displaced) {
            Savepoint savepoint = session.savepoint();
            try {
                List<String> made = new Making(
                                session,
                                environment.scripts().parse(script.row()),
                                script.row().objects(),
                                script.saved(),
                                new StepSettings(session, environment.settings()),
                                settings)
                        .run();
                List<String> objects = new Claims(history, environment).of(script.name(), made);
                RepeatableRow row = script.row();
                history.repeatables()
                        .update(jdbc(), new RepeatableRow(row.name(), row.checksum(), row.text(), objects, List.of()));
                session.release(savepoint);
            } catch (ScriptStatementException | InvalidScriptsException exception) {
                session.rollbackTo(savepoint);
                leave(step, script, exception);
            }
        }
        takenAway.after(step);
    }

    private void leave(Step step, Displaced script, RuntimeException exception) {
        if (!new RenamedRows(history, environment.directory()).isInBuild(script.row())) {
            throw exception;
        }
        logger.warn(
                "After revision '{}' repeatable script '{}' does not work as it last ran ({}). What it made is gone until it"
                        + " runs again, once all revisions are applied",
                step.revision().id(),
                script.name(),
                exception.getMessage());
    }

    private List<RepeatableRow> recorded() {
        return history.repeatables().rows(jdbc());
    }

    private JdbcClient jdbc() {
        return history.jdbc();
    }
}
