/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.boot.autoconfigure.ScratchSources;
import io.migrations.comparison.Drift;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.Migrator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.context.ApplicationContext;

/** Looks for what was changed in a database; the whole comparison, which makes a database, only where it is allowed. */
record DriftReading(boolean rebuild) implements MigratorView<DriftDescriptor> {

    private static final Logger logger = LoggerFactory.getLogger(DriftReading.class);

    @Override
    public Optional<DriftDescriptor> apply(ApplicationContext context, String name, Migrator migrator) {
        if (rebuild && !mayRebuild(context, name)) {
            throw new InvalidEndpointRequestException(
                    "A rebuild is not allowed here",
                    "A rebuild makes a scratch database; 'migrations.drift.endpoint-rebuild=true' allows it.");
        }
        try {
            Drift drift = Drift.of(migrator);
            return Optional.of(
                    DriftDescriptor.of(rebuild ? drift.fromRevisions(scratch(context, name)) : drift.sinceLastRun()));
        } catch (RuntimeException exception) {
            logger.debug("The drift of a database cannot be told", exception);
            return Optional.of(
                    DriftDescriptor.unreadable(JdbcUrls.withoutSecretsIn(String.valueOf(exception.getMessage()))));
        }
    }

    private static boolean mayRebuild(ApplicationContext context, String name) {
        MigrationsProperties properties = ContextMigrators.propertiesOf(context, name);
        return properties != null && properties.drift().endpointRebuild();
    }

    private static ScratchSource scratch(ApplicationContext context, String name) {
        ScratchSource scratch = ScratchSources.of(name, context);
        return scratch == null ? context.getBean(ScratchSource.class) : scratch;
    }
}
