/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import io.migrations.script.RepeatableScript;
import io.migrations.script.Script;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one repeatable script in the transaction that the session is in. Where the server does not let what the script made
 * before be replaced, that is dropped and made anew, with what other repeatable scripts made on top of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW, on OR REPLACE</a>
 */
final class RepeatableRun {

    private static final Logger logger = LoggerFactory.getLogger(RepeatableRun.class);

    /**
     * Other columns of a view, another result or other argument names of a function, a relation or routine that is there,
     * an object of another kind, and a DROP of what something depends on.
     */
    private static final Set<String> NOT_REPLACEABLE = Set.of("42P16", "42P13", "42P07", "42723", "42809", "2BP01");

    private final LockedHistory history;
    private final Environment environment;
    private final Session session;
    private final RepeatableJournal journal;
    private final List<String> pending;
    private final List<String> done = new ArrayList<>();

    /** A run, where some scripts, these by name and in order, have to run. */
    RepeatableRun(LockedHistory history, Environment environment, RepeatableJournal journal, List<String> pending) {
        this.history = history;
        this.environment = environment;
        this.session = history.session();
        this.journal = journal;
        this.pending = List.copyOf(pending);
    }

    /**
     * Runs a script and records it; the caller commits.
     *
     * @return the names of what ran: the script, and those that had to give way to it and have changed themselves
     * @throws ScriptStatementException for a statement that fails
     */
    List<String> run(RepeatableScript script, Instant startedAt) {
        List<RepeatableRow> recorded = new RenamedRows(history, environment.directory()).givenTo(script);
        Optional<RepeatableRow> former = recorded.stream()
                .filter(row -> row.name().equals(script.name()))
                .findFirst();
        logger.info("Running repeatable script '{}'", script.name());
        Savepoint savepoint = session.savepoint();
        List<SavedStatement> saved = former.map(row -> new Displacement(history.jdbc(), recorded).saved(row))
                .orElse(List.of());
        try {
            record(script, make(script, former, saved), startedAt);
            return done;
        } catch (ScriptStatementException exception) {
            if (former.isEmpty()
                    || !NOT_REPLACEABLE.contains(
                            String.valueOf(exception.failure().sqlState()))) {
                throw exception;
            }
            Set<String> kept = new HashSet<>();
            Set<String> lost = Set.of();
            do {
                kept.addAll(lost);
                done.clear();
                session.rollbackTo(savepoint);
                lost = replace(script, recorded, kept, startedAt, exception);
                if (!lost.isEmpty()) {
                    logger.info("Rolled back and run again, to keep what nothing makes anew: {}", lost);
                }
            } while (!lost.isEmpty());
            return done;
        }
    }

    /** What was dropped and nothing made anew, and so has to be kept. */
    private Set<String> replace(
            RepeatableScript script,
            List<RepeatableRow> recorded,
            Set<String> kept,
            Instant startedAt,
            ScriptStatementException refused) {
        List<Displaced> displaced = drop(script, recorded, kept, refused);
        Displaced own = displaced.stream()
                .filter(other -> other.name().equals(script.name()))
                .findFirst()
                .orElseThrow(() -> refused);
        logger.info(
                "Made anew, as the server does not let it be replaced ({}): what was made by {}",
                refused.failure().message(),
                displaced.stream().map(Displaced::name).toList());
        record(script, make(script, Optional.of(own.row()), own.saved()), startedAt);
        Map<String, CatalogObject> dropped = new LinkedHashMap<>();
        displaced.stream()
                .filter(other -> other.equals(own) || makeAnew(other, startedAt))
                .flatMap(made -> made.objects().stream())
                .filter(object -> !object.isDroppedBy(script.script()))
                .forEach(object -> dropped.put(object.identity(), object));
        dropped.keySet()
                .removeAll(new Catalog(history.jdbc()).find(dropped.keySet()).keySet());
        return dropped.keySet();
    }

    private List<Displaced> drop(
            RepeatableScript script, List<RepeatableRow> recorded, Set<String> kept, ScriptStatementException refused) {
        try {
            new StepSettings(session, environment.settings()).applyRepeatable(script.name());
            return new Displacement(history.jdbc(), recorded, kept).drop(Set.of(script.name()));
        } catch (DependentObjectsException blocked) {
            throw refused.because(blocked);
        }
    }

    /**
     * As this build has it, or as it ran where this build does not have it.
     *
     * @return whether that worked; if not, it will when its turn comes
     */
    private boolean makeAnew(Displaced displaced, Instant startedAt) {
        Optional<RepeatableScript> found = environment.directory().findRepeatable(displaced.name());
        Savepoint savepoint = session.savepoint();
        try {
            if (found.isPresent()) {
                List<String> objects = make(found.get(), Optional.of(displaced.row()), displaced.saved());
                if (pending.contains(displaced.name())) {
                    record(found.get(), objects, startedAt);
                } else {
                    keep(displaced.row(), objects);
                }
            } else {
                Script script = environment.scripts().parse(displaced.row());
                keep(
                        displaced.row(),
                        make(script, displaced.name(), displaced.row().objects(), displaced.saved()));
            }
            session.release(savepoint);
            return true;
        } catch (ScriptStatementException exception) {
            if (!mayWorkLater(displaced)) {
                throw exception;
            }
            session.rollbackTo(savepoint);
            history.repeatables().update(history.jdbc(), displaced.row().gaveWay(displaced.saved()));
            return false;
        }
    }

    /** Its own turn comes, and others before that. */
    private boolean mayWorkLater(Displaced displaced) {
        int place = pending.indexOf(displaced.name());
        return place > 0 && pending.subList(0, place).stream().anyMatch(name -> !done.contains(name));
    }

    private List<String> make(RepeatableScript script, Optional<RepeatableRow> former, List<SavedStatement> saved) {
        return make(
                script.script(),
                script.name(),
                former.map(RepeatableRow::objects).orElse(List.of()),
                saved);
    }

    private List<String> make(Script script, String name, List<String> former, List<SavedStatement> saved) {
        var settings = new StepSettings(session, environment.settings());
        List<String> made =
                new Making(session, script, former, saved, settings, () -> settings.applyRepeatable(name)).run();
        return new Claims(history, environment).of(name, made);
    }

    /** What depends on it runs again, after a crash too, as that is recorded with it. */
    private void record(RepeatableScript script, List<String> objects, Instant startedAt) {
        Instant now = journal.now();
        var row = new RepeatableRow(
                script.name(), script.checksum(), script.script().text(), objects, List.of());
        history.repeatables().put(history.jdbc(), row, now);
        history.repeatables()
                .outdate(history.jdbc(), RepeatableDecision.dependents(environment.directory(), script.name()));
        journal.succeeded(script, startedAt);
        done.add(script.name());
    }

    private void keep(RepeatableRow row, List<String> objects) {
        history.repeatables()
                .update(history.jdbc(), new RepeatableRow(row.name(), row.checksum(), row.text(), objects, List.of()));
    }
}
