/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.Migrator;
import io.migrations.engine.RunResult;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationStartupAware;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * {@link InitializingBean} that brings each database to its target as the {@link StartupMode} says. Beans that use a
 * database are created after it. It does nothing in {@link CommandMode}: there, the command says what is done.
 */
public final class MigrationsInitializer
        implements InitializingBean, EnvironmentAware, ApplicationStartupAware, Ordered {

    private static final Logger logger = LoggerFactory.getLogger(MigrationsInitializer.class);

    private final List<MigratorStart> starts;
    private boolean command;
    private ApplicationStartup startup = ApplicationStartup.DEFAULT;

    /** An initializer of some databases, one after the other. */
    public MigrationsInitializer(List<MigratorStart> starts) {
        this.starts = List.copyOf(starts);
    }

    /** What it does to which database. */
    public List<MigratorStart> starts() {
        return starts;
    }

    @Override
    public void setEnvironment(Environment environment) {
        command = CommandMode.isActive(environment);
    }

    @Override
    public void setApplicationStartup(ApplicationStartup applicationStartup) {
        startup = applicationStartup;
    }

    @Override
    public void afterPropertiesSet() {
        if (command) {
            return;
        }
        starts.forEach(this::initialize);
    }

    @Override
    public int getOrder() {
        return 0;
    }

    private void initialize(MigratorStart start) {
        if (start.mode() == StartupMode.OFF) {
            logger.info("Migrations{} do not run at startup: the startup mode is 'off'", named(start));
            return;
        }
        if (starts.size() == 1) {
            run(start);
            return;
        }
        try {
            run(start);
        } catch (RuntimeException exception) {
            throw new MigratorFailedException(start.name(), exception);
        }
    }

    private void run(MigratorStart start) {
        Migrator migrator = start.migrator();
        StartupStep step = startup.start("migrations.initialize")
                .tag("migrator", start.name())
                .tag("mode", start.mode().name().toLowerCase(Locale.ROOT));
        try {
            var report = new StartupReport(
                    named(start), DatabaseLocation.of(migrator.dataSource()), start.mode(), result(start, migrator));
            step.tag("state", report.state());
            report.log(logger, start.name());
        } finally {
            step.end();
        }
    }

    private static RunResult result(MigratorStart start, Migrator migrator) {
        return switch (start.mode()) {
            case UPGRADE -> migrator.upgrade(start.targets());
            case VALIDATE -> migrator.validate(start.targets());
            default -> migrator.awaitCurrent(start.targets(), start.waitTimeout());
        };
    }

    /** Only where there are several does anybody want to be told which. */
    private String named(MigratorStart start) {
        return starts.size() == 1 ? "" : " '%s'".formatted(start.name());
    }
}
