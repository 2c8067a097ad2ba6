/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ReflectionUtils;

/**
 * How Spring Data maps classes to tables in this application, but for PostgreSQL from the start: the application's own
 * mapping context asks the database which one it is.
 */
record Mapping(JdbcMappingContext context, JdbcCustomConversions conversions, MappingJdbcConverter converter) {

    static Mapping of(ConfigurableListableBeanFactory beanFactory, EntityTypes types) {
        JdbcCustomConversions conversions = conversions(beanFactory);
        var context = new JdbcMappingContext(beanFactory
                .getBeanProvider(NamingStrategy.class, false)
                .getIfUnique(() -> DefaultNamingStrategy.INSTANCE));
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setManagedTypes(RelationalManagedTypes.fromIterable(types.all()));
        context.initialize();
        var converter = new MappingJdbcConverter(
                context, (identifier, path) -> List.of(), conversions, JdbcTypeFactory.unsupported());
        return new Mapping(context, conversions, converter);
    }

    /** The entities that are stored by themselves: those with a repository, and those that are part of no other one. */
    List<RelationalPersistentEntity<?>> roots(EntityTypes types) {
        Set<Class<?>> parts = new HashSet<>();
        for (RelationalPersistentEntity<?> entity : context.getPersistentEntities()) {
            for (RelationalPersistentProperty property : entity) {
                if (property.isEntity() && !property.isAssociation()) {
                    parts.add(property.getActualType());
                }
            }
        }
        List<RelationalPersistentEntity<?>> roots = new ArrayList<>();
        for (Class<?> type : types.all()) {
            if (types.stored().contains(type) || !parts.contains(type)) {
                roots.add(context.getRequiredPersistentEntity(type));
            }
        }
        return roots;
    }

    private static JdbcCustomConversions conversions(ConfigurableListableBeanFactory beanFactory) {
        for (String name : beanFactory.getBeanNamesForType(JdbcCustomConversions.class, true, false)) {
            if (!isSpringData(beanFactory, name)) {
                return beanFactory.getBean(name, JdbcCustomConversions.class);
            }
        }
        List<Object> converters = new ArrayList<>();
        for (AbstractJdbcConfiguration configuration :
                beanFactory.getBeanProvider(AbstractJdbcConfiguration.class, false)) {
            converters.addAll(converters(configuration));
        }
        return JdbcCustomConversions.of(JdbcPostgresDialect.INSTANCE, converters);
    }

    /** Whether the bean is the one that asks the database. */
    private static boolean isSpringData(ConfigurableListableBeanFactory beanFactory, String name) {
        MethodMetadata method = beanFactory.containsBeanDefinition(name)
                        && beanFactory.getBeanDefinition(name) instanceof AnnotatedBeanDefinition definition
                ? definition.getFactoryMethodMetadata()
                : null;
        return method == null || method.getDeclaringClassName().startsWith("org.springframework.");
    }

    private static Collection<?> converters(AbstractJdbcConfiguration configuration) {
        Method method = ReflectionUtils.findMethod(configuration.getClass(), "userConverters");
        if (method == null) {
            return List.of();
        }
        ReflectionUtils.makeAccessible(method);
        return ReflectionUtils.invokeMethod(method, configuration) instanceof Collection<?> converters
                ? converters
                : List.of();
    }
}
