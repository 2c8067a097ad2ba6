/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.Migrator;
import io.migrations.engine.RunResult;
import io.migrations.revision.DatabaseState;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * {@link InitializingBean} that brings each database to its target as the {@link StartupMode} says. Beans that use a
 * database are created after it. It does nothing in {@link CommandMode}: there, the command says what is done.
 */
public final class MigrationsInitializer implements InitializingBean, EnvironmentAware, Ordered {

    private static final Logger logger = LoggerFactory.getLogger(MigrationsInitializer.class);

    private final List<Migrator> migrators;
    private final StartupMode mode;
    private final List<String> targets;
    private final Duration waitTimeout;
    private boolean command;

    /**
     * An initializer of some databases, one after the other.
     *
     * @param targets where each database should be, such as {@code head}, {@code heads} or a revision id
     * @param waitTimeout how long {@link StartupMode#WAIT} waits for another process
     */
    public MigrationsInitializer(
            List<Migrator> migrators, StartupMode mode, List<String> targets, Duration waitTimeout) {
        this.migrators = List.copyOf(migrators);
        this.mode = mode;
        this.targets = List.copyOf(targets);
        this.waitTimeout = waitTimeout;
    }

    @Override
    public void setEnvironment(Environment environment) {
        command = CommandMode.isActive(environment);
    }

    @Override
    public void afterPropertiesSet() {
        if (command) {
            return;
        }
        if (mode == StartupMode.OFF) {
            logger.info("Migrations do not run at startup: the startup mode is 'off'");
            return;
        }
        migrators.forEach(this::initialize);
    }

    @Override
    public int getOrder() {
        return 0;
    }

    private void initialize(Migrator migrator) {
        RunResult result = switch (mode) {
            case UPGRADE -> migrator.upgrade(targets);
            case VALIDATE -> migrator.validate(targets);
            default -> migrator.awaitCurrent(targets, waitTimeout);
        };
        var report = new StartupReport(DatabaseLocation.of(migrator.dataSource()), mode, result);
        logger.info("{}", report);
        if (result.state() == DatabaseState.AHEAD) {
            logger.warn("{}", report.ahead());
        }
    }
}
