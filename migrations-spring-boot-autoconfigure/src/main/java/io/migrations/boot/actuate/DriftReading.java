/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.comparison.Drift;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.Migrator;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.context.ApplicationContext;

/** Looks for what was changed in a database; the whole comparison, which makes a database, only where it is allowed. */
record DriftReading(boolean rebuild) implements BiFunction<ApplicationContext, Migrator, Optional<DriftDescriptor>> {

    private static final Logger logger = LoggerFactory.getLogger(DriftReading.class);

    @Override
    public Optional<DriftDescriptor> apply(ApplicationContext context, Migrator migrator) {
        MigrationsProperties properties =
                context.getBeanProvider(MigrationsProperties.class).getIfUnique();
        if (rebuild && (properties == null || !properties.drift().endpointRebuild())) {
            throw new InvalidEndpointRequestException(
                    "A rebuild is not allowed here",
                    "A rebuild makes a scratch database; 'migrations.drift.endpoint-rebuild=true' allows it.");
        }
        try {
            Drift drift = Drift.of(migrator);
            return Optional.of(DriftDescriptor.of(
                    rebuild ? drift.fromRevisions(context.getBean(ScratchSource.class)) : drift.sinceLastRun()));
        } catch (RuntimeException exception) {
            logger.debug("The drift of a database cannot be told", exception);
            return Optional.of(
                    DriftDescriptor.unreadable(JdbcUrls.withoutSecretsIn(String.valueOf(exception.getMessage()))));
        }
    }
}
