/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.MigrationsConnectionDetails;
import io.migrations.boot.MigratorFailedException;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.Migrator;
import io.migrations.script.JavaRevisions;
import io.migrations.script.ScriptLoader;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Puts migrators together from what an application says of them and from its beans. */
final class MigratorAssembly {

    private final ObjectProvider<DataSource> marked;
    private final ObjectProvider<DataSource> dataSources;
    private final ListableBeanFactory beanFactory;
    private final ClassLoader classLoader;
    private final ObjectProvider<BuildProperties> build;
    private final Environment environment;

    MigratorAssembly(
            @MigrationsDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources,
            ListableBeanFactory beanFactory,
            ResourceLoader resources,
            ObjectProvider<BuildProperties> build,
            Environment environment) {
        this.marked = marked;
        this.dataSources = dataSources;
        this.beanFactory = beanFactory;
        // The context's class loader, not that of this library: with DevTools the scripts are in another one.
        ClassLoader known = resources.getClassLoader();
        this.classLoader = known == null ? ClassLoader.getSystemClassLoader() : known;
        this.build = build;
        this.environment = environment;
    }

    /** The migrator of an application that has one. */
    Migrator migrator(MigrationsProperties properties) {
        return migrator(
                properties,
                beanFactory.getBeanProvider(MigrationsConnectionDetails.class),
                RevisionBeans.and(properties.packages(), beanFactory, classLoader));
    }

    /**
     * One of several.
     *
     * @throws MigratorFailedException if it cannot be made
     */
    Migrator instance(String name, MigrationsProperties properties) {
        try {
            // A service connection leads to one database, and nobody says which of several that would be.
            return migrator(properties, null, RevisionBeans.within(properties.packages(), beanFactory, classLoader));
        } catch (FailureAnalyzedException exception) {
            throw new FailureAnalyzedException(
                    "Of 'migrations.instances', '%s' cannot be had. %s"
                            .formatted(name, exception.analysis().getDescription()),
                    exception.analysis().getAction(),
                    exception);
        } catch (RuntimeException exception) {
            throw new MigratorFailedException(name, exception);
        }
    }

    private Migrator migrator(
            MigrationsProperties properties,
            @Nullable ObjectProvider<MigrationsConnectionDetails> served,
            JavaRevisions classes) {
        var loader = new ScriptLoader(properties.locations(), classLoader, properties.scriptPlaceholders(), classes);
        var migrator = new Migrator(
                new DataSourceChoice(properties, served, marked, dataSources, beanFactory, environment).dataSource(),
                loader,
                properties.settings(environment.getProperty("spring.application.name"), version()),
                Clock.systemUTC());
        for (MigrationListener listener : ListenerBeans.of(beanFactory)) {
            migrator = migrator.withListener(listener);
        }
        return migrator;
    }

    private @Nullable String version() {
        BuildProperties built = build.getIfUnique();
        String version = built == null ? null : built.getVersion();
        return version == null ? environment.getProperty("spring.application.version") : version;
    }
}
