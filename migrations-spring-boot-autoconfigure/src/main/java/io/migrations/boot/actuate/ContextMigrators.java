/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.Migrators;
import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import io.migrations.boot.autoconfigure.Instances;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.engine.Migrator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.context.ApplicationContext;

/** The migrators of an application context and of its parents. */
record ContextMigrators(ApplicationContext context) {

    /** One of them. */
    record Named(ApplicationContext context, String name, Migrator migrator) {

        /** The properties that it was made of, if it was. */
        @Nullable MigrationsProperties properties() {
            return propertiesOf(context, name);
        }
    }

    static @Nullable MigrationsProperties propertiesOf(ApplicationContext context, String name) {
        MigrationsProperties instance =
                Instances.of(context.getEnvironment()).byName().get(name);
        return instance == null
                ? context.getBeanProvider(MigrationsProperties.class).getIfUnique()
                : instance;
    }

    private List<ApplicationContext> withParents() {
        return Stream.<ApplicationContext>iterate(context, Objects::nonNull, ApplicationContext::getParent)
                .toList();
    }

    /** What a view shows of each, in the shape that all of Boot's endpoints have. */
    <T> Map<String, ContextDescriptor<T>> shown(MigratorView<T> view) {
        Map<String, ContextDescriptor<T>> contexts = new LinkedHashMap<>();
        for (ApplicationContext current : withParents()) {
            Map<String, T> migrators = new LinkedHashMap<>();
            Migrators.of(current)
                    .byName()
                    .forEach((name, migrator) ->
                            view.apply(current, name, migrator).ifPresent(shown -> migrators.put(name, shown)));
            ApplicationContext parent = current.getParent();
            contexts.put(
                    String.valueOf(current.getId()),
                    new ContextDescriptor<>(migrators, parent == null ? null : parent.getId()));
        }
        return contexts;
    }

    /** The same, without contexts of which nothing is shown. */
    <T> Map<String, ContextDescriptor<T>> found(MigratorView<T> view) {
        Map<String, ContextDescriptor<T>> contexts = shown(view);
        contexts.values().removeIf(described -> described.migrators().isEmpty());
        return contexts;
    }

    /**
     * The one with a name, or the only one.
     *
     * @throws InvalidEndpointRequestException where there is none, or several
     */
    Named one(@Nullable String name) {
        List<Named> all = new ArrayList<>();
        for (ApplicationContext current : withParents()) {
            Migrators.of(current).byName().forEach((key, migrator) -> all.add(new Named(current, key, migrator)));
        }
        List<Named> matching = all.stream()
                .filter(named -> name == null || named.name().equals(name))
                .toList();
        if (matching.size() == 1 || (name != null && !matching.isEmpty())) {
            return matching.get(0);
        }
        String names = all.stream().map(Named::name).collect(Collectors.joining("', '", "'", "'"));
        String reason = matching.isEmpty()
                ? "There is no migrator '%s', only %s.".formatted(name, names)
                : "There are several migrators: say with 'migrator' which of %s.".formatted(names);
        throw new InvalidEndpointRequestException(reason, reason);
    }
}
