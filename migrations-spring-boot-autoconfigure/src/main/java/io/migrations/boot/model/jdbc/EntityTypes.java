/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;
import org.springframework.util.ClassUtils;

/**
 * The classes that Spring Data maps: those with {@code @Table}, and those that a repository is for. No repository is made:
 * that would ask the database which one it is.
 *
 * @param all in the order of their names
 * @param stored those that a repository is for, which are roots of aggregates
 */
record EntityTypes(Set<Class<?>> all, Set<Class<?>> stored) {

    static EntityTypes of(ConfigurableApplicationContext context) {
        Set<Class<?>> stored = stored(context.getBeanFactory(), context.getClassLoader());
        Set<Class<?>> all = new TreeSet<>(Comparator.comparing(Class::getName));
        all.addAll(stored);
        try {
            all.addAll(new EntityScanner(context).scan(Table.class));
        } catch (ClassNotFoundException exception) {
            throw new IllegalStateException(exception);
        }
        return new EntityTypes(all, stored);
    }

    private static Set<Class<?>> stored(
            ConfigurableListableBeanFactory beanFactory, @Nullable ClassLoader classLoader) {
        Set<Class<?>> stored = new HashSet<>();
        for (String name : beanFactory.getBeanNamesForType(JdbcRepositoryFactoryBean.class, true, false)) {
            Object repository = beanFactory
                    .getMergedBeanDefinition(BeanFactoryUtils.transformedBeanName(name))
                    .getAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE);
            if (repository != null) {
                Class<?> type = repository instanceof Class<?> known
                        ? known
                        : ClassUtils.resolveClassName(repository.toString(), classLoader);
                stored.add(AbstractRepositoryMetadata.getMetadata(type).getDomainType());
            }
        }
        return stored;
    }
}
