/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.Legible;
import io.migrations.engine.CompletedRepeatable;
import io.migrations.engine.RunResult;
import io.migrations.revision.DatabaseState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;

/**
 * The line in the log that says what a start did to a database.
 *
 * @param name which of several migrators, in quotes after a blank; empty where there is one
 */
record StartupReport(String name, String database, StartupMode mode, RunResult result) {

    private static final int MOST_NAMED = 10;
    private static final Duration WORTH_A_WORD = Duration.ofMillis(100);

    @Override
    public String toString() {
        return "Migrations%s: %s is %s, heads %s; %s in %d ms%s"
                .formatted(
                        name,
                        database,
                        state(),
                        named(result.plan().headsAfter()),
                        whatRan(),
                        result.duration().toMillis(),
                        result.lockWait().compareTo(WORTH_A_WORD) < 0
                                ? ""
                                : ", %d ms of them waiting for the lock"
                                        .formatted(result.lockWait().toMillis()));
    }

    /** Logs it, for structured logging with what it says as fields. */
    void log(Logger logger, String migrator) {
        logger.atInfo()
                .addKeyValue("migrations.migrator", migrator)
                .addKeyValue("migrations.database", database)
                .addKeyValue("migrations.state", state())
                .addKeyValue("migrations.heads", String.join(",", result.plan().headsAfter()))
                .addKeyValue("migrations.applied", result.steps().size())
                .addKeyValue("migrations.duration_ms", result.duration().toMillis())
                .addKeyValue("migrations.lock_wait_ms", result.lockWait().toMillis())
                .log(toString());
        if (result.state() == DatabaseState.AHEAD) {
            logger.warn("{}", ahead());
        }
    }

    /** How the database stands to the build, in a word. */
    String state() {
        return result.state().name().toLowerCase(Locale.ROOT);
    }

    /** The warning that revisions of a newer build are applied. */
    private String ahead() {
        return "Migrations%s: %s is ahead of this build, which does not know %s. A newer build was here; this one runs on its schema"
                .formatted(name, database, named(result.unknown()));
    }

    private String whatRan() {
        List<String> ids =
                result.steps().stream().map(step -> step.step().revision().id()).toList();
        List<String> repeatables =
                result.repeatables().stream().map(CompletedRepeatable::name).toList();
        if (!ids.isEmpty() || !repeatables.isEmpty()) {
            String applied = ids.isEmpty() ? "" : "applied %s".formatted(named(ids));
            String ran = repeatables.isEmpty() ? "" : "ran repeatable scripts %s".formatted(named(repeatables));
            return applied + (applied.isEmpty() || ran.isEmpty() ? "" : " and ") + ran;
        }
        return mode == StartupMode.UPGRADE ? "nothing to apply" : "checked";
    }

    private static String named(Collection<String> ids) {
        List<String> first = ids.stream().limit(MOST_NAMED).toList();
        return "[%s%s]"
                .formatted(
                        Legible.line(String.join(", ", first)),
                        ids.size() > MOST_NAMED ? " and %d more".formatted(ids.size() - MOST_NAMED) : "");
    }
}
