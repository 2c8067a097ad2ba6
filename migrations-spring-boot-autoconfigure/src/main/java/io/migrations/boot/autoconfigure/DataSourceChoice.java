/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.CommandMode;
import io.migrations.boot.MigrationsConnectionDetails;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Which data source to migrate: the one that {@code migrations.data-source} names, else the one marked so, else one of
 * its own for {@code migrations.url}, else the application's, with other credentials if {@code migrations.username} has
 * some. Where a service connection says where the database is, that comes in the place of such a url and such credentials.
 */
record DataSourceChoice(
        MigrationsProperties properties,
        @Nullable ObjectProvider<MigrationsConnectionDetails> serving,
        ObjectProvider<DataSource> marked,
        ObjectProvider<DataSource> all,
        ListableBeanFactory beanFactory,
        Environment environment) {

    private static final Logger logger = LoggerFactory.getLogger(DataSourceChoice.class);

    /**
     * Chooses.
     *
     * @throws MultipleDataSourcesException where only a person can
     */
    DataSource dataSource() {
        if (StringUtils.hasText(properties.dataSource())) {
            DataSource named = named(properties.dataSource());
            return StringUtils.hasText(properties.username()) ? derived(named) : named;
        }
        DataSource chosen = marked.getIfUnique();
        if (chosen != null) {
            return chosen;
        }
        if (marked.stream().findAny().isPresent()) {
            throw new MultipleDataSourcesException(names());
        }
        MigrationsConnectionDetails served = properties.isApart() && serving != null ? only(serving) : null;
        String url = served == null ? null : served.getJdbcUrl();
        if (served != null && url != null) {
            logger.info(
                    "Migrations use a service connection, which wins over 'migrations.url' and 'migrations.username'");
            return MigrationUrl.of(url).dataSource(served.getUsername(), served.getPassword());
        }
        if (StringUtils.hasText(properties.url())) {
            return MigrationUrl.of(properties.url()).dataSource(properties.username(), properties.password());
        }
        return StringUtils.hasText(properties.username()) ? derived(application()) : application();
    }

    private static @Nullable MigrationsConnectionDetails only(ObjectProvider<MigrationsConnectionDetails> serving) {
        MigrationsConnectionDetails unique = serving.getIfUnique();
        if (unique == null && serving.stream().findAny().isPresent()) {
            // To use what is configured might be to migrate what a test must not touch.
            throw new FailureAnalyzedException(
                    "Several service connections could take the place of 'migrations.url' and 'migrations.username'.",
                    "Make one of them @Primary, or name the DataSource to migrate with 'migrations.data-source'.");
        }
        return unique;
    }

    private DataSource named(String name) {
        try {
            return beanFactory.getBean(name, DataSource.class);
        } catch (NoSuchBeanDefinitionException | BeanNotOfRequiredTypeException exception) {
            // Not as its cause, which Boot would report in its place.
            throw new FailureAnalyzedException(
                    "There is no DataSource '%s'.\nThe beans that are one are '%s'."
                            .formatted(name, String.join("', '", names())),
                    "Correct 'data-source', or define a bean of that name.");
        }
    }

    private DataSource application() {
        DataSource unique;
        try {
            unique = all.getIfUnique();
        } catch (BeanCreationException exception) {
            if (CommandMode.isActive(environment)) {
                return new MissingDataSource(exception);
            }
            throw exception;
        }
        if (unique == null) {
            throw new MultipleDataSourcesException(names());
        }
        return unique;
    }

    private List<String> names() {
        return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, DataSource.class));
    }

    private DataSource derived(DataSource application) {
        if (application instanceof MissingDataSource) {
            return application;
        }
        SimpleDriverDataSource derived = DataSourceBuilder.derivedFrom(application)
                .type(SimpleDriverDataSource.class)
                .username(properties.username())
                .password(properties.password())
                .build();
        String url = derived.getUrl();
        if (url != null) {
            derived.setUrl(new MigrationUrl(url).withoutCredentials());
        }
        return derived;
    }
}
