/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.CommandMode;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@link BeanDefinitionRegistryPostProcessor} that keeps an application from doing anything to its database by itself, as a
 * command does, so that the database need not be migrated, and is not.
 */
final class StartlessRegistrar implements BeanDefinitionRegistryPostProcessor {

    private static final Map<String, Object> PROPERTIES = Map.of(
            CommandMode.PROPERTY,
            true,
            "spring.jpa.hibernate.ddl-auto",
            "none",
            "spring.sql.init.mode",
            "never",
            "spring.test.database.replace",
            "none");

    private final ConfigurableEnvironment environment;

    StartlessRegistrar(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        environment.getPropertySources().addFirst(new MapPropertySource("migrationTest", PROPERTIES));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory instanceof BeanDefinitionRegistry registry) {
            remove(beanFactory.getBeanNamesForType(ApplicationRunner.class, true, false), registry);
            remove(beanFactory.getBeanNamesForType(CommandLineRunner.class, true, false), registry);
        }
        new LazyInitializationBeanFactoryPostProcessor().postProcessBeanFactory(beanFactory);
    }

    private static void remove(String[] beanNames, BeanDefinitionRegistry registry) {
        for (String name : beanNames) {
            if (registry.containsBeanDefinition(name)) {
                registry.removeBeanDefinition(name);
            }
        }
    }
}
