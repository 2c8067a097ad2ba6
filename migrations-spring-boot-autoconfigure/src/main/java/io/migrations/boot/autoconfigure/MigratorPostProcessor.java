/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.MigratorCustomizer;
import io.migrations.boot.Migrators;
import io.migrations.engine.Migrator;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** {@link BeanPostProcessor} that lets every {@link MigratorCustomizer} have each migrator, also one of the user's own. */
final class MigratorPostProcessor implements BeanPostProcessor {

    private final ObjectProvider<MigratorCustomizer> customizers;

    MigratorPostProcessor(ObjectProvider<MigratorCustomizer> customizers) {
        this.customizers = customizers;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof Migrator migrator ? customized(Migrators.nameOf(beanName), migrator, beanName) : bean;
    }

    private Migrator customized(String name, Migrator migrator, String beanName) {
        Migrator customized = migrator;
        for (MigratorCustomizer customizer : customizers(beanName)) {
            customized = customizer.customize(name, customized);
        }
        return customized;
    }

    private List<MigratorCustomizer> customizers(String beanName) {
        try {
            return customizers.orderedStream().toList();
        } catch (BeansException exception) {
            MigrationCycleException.throwIfCycle(beanName, exception);
            throw exception;
        }
    }
}
