/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.SavedStatement;
import io.migrations.script.Script;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a repeatable script in the transaction that the session is in, and gives each object that it makes anew back what
 * was saved of it: right after its CREATE statement, so that what the script itself grants or revokes comes later and
 * counts.
 */
final class Making {

    private static final Logger logger = LoggerFactory.getLogger(Making.class);

    /** The column, the role or the object is there no more, or what is to be made is there already. */
    private static final Set<String> MEANINGLESS =
            Set.of("42703", "42704", "42P01", "42883", "42P07", "42710", "42809");

    private final Session session;
    private final Catalog catalog;
    private final Script script;
    private final Set<String> former;
    private final List<SavedStatement> open;
    private final StepSettings settings;
    private final Runnable ready;
    private final Creations creations;
    private Map<String, CatalogObject> before = Map.of();

    /**
     * A script to be run.
     *
     * @param former what it made when it ran before
     * @param saved what was saved of that
     * @param settings what limits its statements
     * @param ready sets what holds for the statements, also after the script has set something itself
     */
    Making(
            Session session,
            Script script,
            List<String> former,
            List<SavedStatement> saved,
            StepSettings settings,
            Runnable ready) {
        this.session = session;
        this.catalog = new Catalog(session.jdbc());
        this.script = script;
        this.former = Set.copyOf(former);
        this.open = new ArrayList<>(saved);
        this.settings = settings;
        this.ready = ready;
        this.creations = new Creations(session.jdbc());
    }

    /**
     * Runs the script.
     *
     * @return the objects that are its own from now on
     * @throws ScriptStatementException for a statement that fails; the transaction is aborted
     */
    List<String> run() {
        Set<String> known = new LinkedHashSet<>(former);
        known.addAll(objects(open));
        before = catalog.find(known);
        ready.run();
        var runner = new StatementRunner(session);
        runner.watch(script);
        for (int i = 0; i < script.statements().size(); i++) {
            int index = i;
            Statement statement = script.statements().get(i);
            CreatedName.in(statement)
                    .ifPresentOrElse(
                            name -> creations.watch(
                                    name, () -> settings.limited(script, () -> runner.run(script, index))),
                            () -> settings.limited(script, () -> runner.run(script, index)));
            if (mayMake(statement)) {
                giveBack(false);
            }
        }
        if (TransactionalUnit.mayChangeSession(script)) {
            session.restorePrepared();
            ready.run();
        }
        giveBack(false);
        giveBack(true);
        warnOfLosses();
        return made();
    }

    /** A new object takes a name by CREATE, by ALTER ... RENAME or SET SCHEMA, or by code that does one of these. */
    private static boolean mayMake(Statement statement) {
        return CreatedName.in(statement).isPresent()
                || Stream.of("ALTER", "DO", "CALL", "SELECT").anyMatch(statement.command()::startsWith);
    }

    private void giveBack(boolean last) {
        List<SavedStatement> due =
                open.stream().filter(saved -> saved.last() == last).toList();
        if (due.isEmpty()) {
            return;
        }
        Map<String, CatalogObject> now = catalog.find(objects(due));
        for (SavedStatement saved : due) {
            CatalogObject object = now.get(saved.object());
            if (object != null && !object.equals(before.get(saved.object()))) {
                open.remove(saved);
                catalog.qualifying(() -> execute(saved));
            }
        }
    }

    private boolean execute(SavedStatement saved) {
        Statement statement = SqlScript.parse(saved.statement()).statements().get(0);
        Savepoint savepoint = session.savepoint();
        try (var jdbc = session.connection().createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(saved.statement());
            session.release(savepoint);
            return true;
        } catch (SQLException exception) {
            if (!MEANINGLESS.contains(Objects.requireNonNullElse(exception.getSQLState(), ""))) {
                throw new ScriptStatementException(
                        statement, StatementFailure.of(script, statement, exception), 0, exception);
            }
            session.rollbackTo(savepoint);
            logger.info(
                    "{}: not given back to '{}', as it no longer applies: {} ({})",
                    script.file(),
                    saved.object(),
                    saved.statement(),
                    exception.getMessage());
            return false;
        }
    }

    /** What is left of an object that is there was never taken from it. */
    private void warnOfLosses() {
        Set<String> lost = objects(open);
        lost.removeAll(catalog.find(lost).keySet());
        for (SavedStatement saved : open) {
            if (lost.contains(saved.object())) {
                logger.warn(
                        "{} does not make '{}' any more, which had: {}",
                        script.file(),
                        saved.object(),
                        saved.statement());
            }
        }
    }

    /** By its CREATE statements, and of what was its own before also what it made anew in another way. */
    private List<String> made() {
        Stream<String> anew = catalog.find(former).values().stream()
                .filter(object -> !object.equals(before.get(object.identity())))
                .map(CatalogObject::identity);
        Stream<String> created = creations.objects(catalog, former).stream().map(CatalogObject::identity);
        return Stream.concat(created, anew).distinct().sorted().toList();
    }

    private static Set<String> objects(List<SavedStatement> saved) {
        Set<String> objects = new LinkedHashSet<>();
        saved.forEach(statement -> objects.add(statement.object()));
        return objects;
    }
}
