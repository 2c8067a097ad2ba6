/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The databases of {@code migrations.instances}. What stands directly under {@code migrations} holds for each that says
 * nothing else. Immutable.
 *
 * @param byName the properties of each, in the order of their names
 */
public record Instances(Map<String, MigrationsProperties> byName) {

    private static final String PROPERTIES = "migrations";
    private static final String NAME = PROPERTIES + ".instances";

    public Instances {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Those that an environment has; those that are switched off are none. */
    public static Instances of(Environment environment) {
        Map<String, MigrationsProperties> byName = new LinkedHashMap<>();
        names(environment).forEach(name -> byName.put(name, properties(name, environment)));
        byName.values().removeIf(properties -> !properties.enabled());
        return new Instances(byName);
    }

    /** Whether an environment has any, switched off or not. */
    static boolean areIn(Environment environment) {
        return !names(environment).isEmpty();
    }

    private static List<String> names(Environment environment) {
        return Binder.get(environment)
                .bind(NAME, Bindable.mapOf(String.class, Object.class))
                .map(bound -> bound.keySet().stream().sorted().toList())
                .orElse(List.of());
    }

    private static MigrationsProperties properties(String name, Environment environment) {
        Map<String, String> own = new LinkedHashMap<>();
        Binder.get(environment)
                .bind(NAME + "." + name, Bindable.mapOf(String.class, String.class))
                .ifBound(bound -> bound.forEach((key, value) -> own.put(PROPERTIES + "." + key, value)));
        List<ConfigurationPropertySource> sources = new ArrayList<>();
        sources.add(new MapConfigurationPropertySource(own));
        ConfigurationPropertySources.get(environment).forEach(sources::add);
        return new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
                .bindOrCreate(PROPERTIES, MigrationsProperties.class);
    }
}
