/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Hook;
import io.migrations.script.HookPoint;
import io.migrations.script.Hooks;
import io.migrations.sql.StatementKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs hooks in the transaction that the session is in, and knows which one it is at. */
final class HookRunner {

    private static final Logger logger = LoggerFactory.getLogger(HookRunner.class);

    private final Session session;
    private final Hooks hooks;
    private @Nullable Hook current;

    HookRunner(Session session, Hooks hooks) {
        this.session = session;
        this.hooks = hooks;
    }

    /** Runs what there is for a point; what of the session it sets holds until the session is restored. */
    void run(HookPoint point) {
        for (Hook hook : hooks.at(point)) {
            logger.debug("Running hook '{}'", hook.script().file());
            current = hook;
            new StatementRunner(session).runAll(hook.script());
            current = null;
        }
    }

    /** The hook that did not come to its end. */
    @Nullable Hook current() {
        return current;
    }

    boolean has(HookPoint point) {
        return !hooks.at(point).isEmpty();
    }

    /** Whether a hook of these points may leave the session other than it was. */
    boolean mayChangeSession(HookPoint... points) {
        return List.of(points).stream()
                .flatMap(point -> hooks.at(point).stream())
                .flatMap(hook -> hook.script().statements().stream())
                .anyMatch(statement -> statement.kind() == StatementKind.SESSION
                        || statement.command().startsWith("SET"));
    }
}
