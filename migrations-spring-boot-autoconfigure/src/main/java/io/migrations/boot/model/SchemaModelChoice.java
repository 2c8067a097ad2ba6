/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import io.migrations.boot.ModelSource;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.comparison.SchemaModel;
import io.migrations.comparison.SchemaScript;
import io.migrations.schema.ObjectFilter;
import io.migrations.schema.SchemaObjectFilter;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * What says what the schema is to be: a bean of the application's own, else {@code migrations.model.schema}, else the
 * entities of JPA, else those of Spring Data JDBC, unless {@code migrations.model.source} says which.
 */
public record SchemaModelChoice(
        MigrationsProperties properties, ListableBeanFactory beanFactory, ClassLoader classLoader) {

    /** The model, if there is one. No connection is taken. */
    public Optional<SchemaModel> model() {
        ModelSource source = properties.model().source();
        if (source == ModelSource.NONE) {
            return Optional.empty();
        }
        Optional<SchemaModel> own = own();
        if (own.isPresent()) {
            return own;
        }
        return switch (source) {
            case SCRIPT ->
                Optional.of(script().orElseThrow(() -> missing("script", "'migrations.model.schema' is not set")));
            case JPA ->
                Optional.of(entities(source)
                        .orElseThrow(() -> missing("jpa", "there are no JPA entities that Hibernate maps")));
            case SPRING_DATA_JDBC ->
                Optional.of(entities(source)
                        .orElseThrow(() -> missing("spring-data-jdbc", "there are no entities of Spring Data JDBC")));
            default -> script().or(() -> entities(ModelSource.JPA)).or(() -> entities(ModelSource.SPRING_DATA_JDBC));
        };
    }

    /** Which objects are compared: by the patterns of names, and the beans. */
    public ObjectFilter filter() {
        ObjectFilter filter = properties.model().filter();
        for (SchemaObjectFilter bean : beanFactory
                .getBeanProvider(SchemaObjectFilter.class, false)
                .orderedStream()
                .toList()) {
            filter = filter.and(bean);
        }
        return filter;
    }

    private Optional<SchemaModel> own() {
        ObjectProvider<SchemaModel> beans = beanFactory.getBeanProvider(SchemaModel.class, false);
        SchemaModel unique = beans.getIfUnique();
        if (unique == null && beans.stream().findAny().isPresent()) {
            throw new FailureAnalyzedException(
                    "Several beans say what the schema is to be, and none of them is the primary one: '%s'."
                            .formatted(String.join(
                                    "', '", beanFactory.getBeanNamesForType(SchemaModel.class, true, false))),
                    "Mark one of them as @Primary.");
        }
        return Optional.ofNullable(unique);
    }

    private Optional<SchemaModel> script() {
        List<String> locations = properties.model().schema();
        return locations.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemaScript(locations, classLoader, properties.scriptPlaceholders()));
    }

    private Optional<SchemaModel> entities(ModelSource source) {
        return beanFactory.getBeanProvider(EntityModel.class, false).stream()
                .filter(entities -> entities.source() == source)
                .findFirst()
                .flatMap(EntityModel::find);
    }

    private static FailureAnalyzedException missing(String source, String reason) {
        return new FailureAnalyzedException(
                "'migrations.model.source' is '%s', but %s.".formatted(source, reason),
                "Set 'migrations.model.schema' to a script such as 'classpath:db/schema.sql', or correct 'migrations.model.source'.");
    }
}
