/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import io.migrations.engine.Migrator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The migrators of an application context by their names, under which everything shows them: the endpoint, health,
 * metrics, events, the command line and failures. Immutable.
 *
 * @param byName in the order in which they are defined
 */
public record Migrators(Map<String, Migrator> byName) {

    private static final String SUFFIX = "Migrator";

    public Migrators {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Those of a context, without those of its parents. */
    public static Migrators of(ListableBeanFactory beanFactory) {
        Map<String, Migrator> byName = new LinkedHashMap<>();
        // Not getBeansOfType, which leaves out without a word what cannot be made because of a cycle.
        for (String beanName : beanFactory.getBeanNamesForType(Migrator.class, true, false)) {
            byName.put(nameOf(beanName), beanFactory.getBean(beanName, Migrator.class));
        }
        return new Migrators(byName);
    }

    /** The bean of a migrator with a name, unless somebody has called it otherwise: {@code auditMigrator} of {@code audit}. */
    public static String beanNameOf(String name) {
        return name + SUFFIX;
    }

    /** The name of a migrator is that of its bean, without {@code Migrator} at the end: {@code audit} of {@code auditMigrator}. */
    public static String nameOf(String beanName) {
        return beanName.endsWith(SUFFIX) && beanName.length() > SUFFIX.length()
                ? beanName.substring(0, beanName.length() - SUFFIX.length())
                : beanName;
    }
}
