/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.boot.Migrators;
import io.migrations.boot.autoconfigure.Instances;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.boot.autoconfigure.RevisionBeans;
import io.migrations.boot.autoconfigure.ScratchSources;
import io.migrations.boot.model.SchemaModelChoice;
import io.migrations.command.Application;
import io.migrations.command.Diagnosis;
import io.migrations.comparison.SchemaModel;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.schema.ObjectFilter;
import io.migrations.script.AuthoringSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.json.JsonWriter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@link Application} that is an application context.
 *
 * @param instance which of its databases a command is for, if it was said
 */
record ContextApplication(
        ConfigurableApplicationContext context,
        Diagnostics diagnostics,
        @Nullable String instance) implements Application {

    ContextApplication(ConfigurableApplicationContext context, Diagnostics diagnostics) {
        this(context, diagnostics, null);
    }

    @Override
    public Application instance(String name) {
        return new ContextApplication(context, diagnostics, name);
    }

    @Override
    public Migrator migrator() {
        // Asked for here as well as in a condition, which AOT decides when the application is built.
        if (!context.getEnvironment().getProperty("migrations.enabled", Boolean.class, true)) {
            throw new FailureAnalyzedException(
                    "The application's migrations are switched off: 'migrations.enabled' is 'false'.",
                    "Add '--migrations.enabled=true' to the command, if it should work on the database all the same.");
        }
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                context.getBeanFactory(), Migrator.class, true, false);
        if (names.length == 0) {
            throw new FailureAnalyzedException(
                    "There is no database to migrate: the application has no DataSource, and 'migrations.url' is not set.",
                    "Set 'spring.datasource.url', or 'migrations.url'.");
        }
        if (instance != null) {
            return migrator(instance, names);
        }
        // Factory beans are left alone: whoever makes its type known only by being created does not make a migrator.
        Migrator migrator =
                context.getBeanFactory().getBeanProvider(Migrator.class, false).getIfUnique();
        if (migrator == null) {
            throw new FailureAnalyzedException(
                    "The application has several migrators: '%s'.".formatted(String.join("', '", shown(names))),
                    "Say which one the command is for, such as with '--instance %s'."
                            .formatted(shown(names).get(0)));
        }
        return migrator;
    }

    private Migrator migrator(String name, String... beanNames) {
        for (String beanName : beanNames) {
            if (Migrators.nameOf(beanName).equals(name)) {
                return context.getBeanFactory().getBean(beanName, Migrator.class);
            }
        }
        throw new FailureAnalyzedException(
                "The application has no migrator '%s', only '%s'."
                        .formatted(name, String.join("', '", shown(beanNames))),
                "Correct '--instance', or add 'migrations.instances.%s' to the configuration.".formatted(name));
    }

    private static List<String> shown(String... beanNames) {
        return Arrays.stream(beanNames).map(Migrators::nameOf).toList();
    }

    @Override
    public AuthoringSettings authoring() {
        // Not the bean, which an application without a database does not have: writing a revision needs none.
        MigrationsProperties properties = properties();
        return properties.authoring(
                classLoader(), RevisionBeans.and(properties.packages(), context.getBeanFactory(), classLoader()));
    }

    @Override
    public Optional<SchemaModel> model() {
        return new SchemaModelChoice(properties(), context.getBeanFactory(), classLoader()).model();
    }

    @Override
    public ObjectFilter filter() {
        return new SchemaModelChoice(properties(), context.getBeanFactory(), classLoader()).filter();
    }

    @Override
    public List<String> targets() {
        if (instance != null) {
            return properties().target();
        }
        return Binder.get(context.getEnvironment())
                .bind("migrations.target", Bindable.listOf(String.class))
                .orElse(List.of("head"));
    }

    @Override
    public ScratchSource scratch() {
        ScratchSource scratch = ScratchSources.of(instance, context.getBeanFactory());
        if (scratch == null) {
            throw new FailureAnalyzedException(
                    "It cannot be told where a scratch database could be had: the application has no unique ScratchSource.",
                    "Define one, with ScratchSource.beside or ScratchSource.given.");
        }
        return scratch;
    }

    @Override
    public String json(Object tree) {
        return JsonWriter.standard().writeToString(tree);
    }

    @Override
    public Diagnosis diagnose(Throwable fault) {
        return diagnostics.diagnose(fault);
    }

    private MigrationsProperties properties() {
        MigrationsProperties own = instance == null
                ? null
                : Instances.of(context.getEnvironment()).byName().get(instance);
        return own == null
                ? Binder.get(context.getEnvironment()).bindOrCreate("migrations", MigrationsProperties.class)
                : own;
    }

    private ClassLoader classLoader() {
        ClassLoader own = context.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
