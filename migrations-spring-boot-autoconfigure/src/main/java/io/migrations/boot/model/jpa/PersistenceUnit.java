/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;

/**
 * The persistence unit that the application would start Hibernate with, found without starting it: an
 * {@code EntityManagerFactory} wants its database, and wants it migrated.
 */
record PersistenceUnit(ConfigurableListableBeanFactory beanFactory, ResourceLoader resources, Environment environment) {

    private static final String ORM_XML = "META-INF/orm.xml";
    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";

    /** Whether nothing is mapped, as far as that can be told quickly. */
    boolean isEmpty() {
        return types().getManagedClassNames().isEmpty()
                && properties().getMappingResources().isEmpty()
                && !exists(ORM_XML)
                && !exists(PERSISTENCE_XML);
    }

    /** What is mapped, and where: as Spring reads it. */
    PersistenceUnitInfo info() {
        var manager = new DefaultPersistenceUnitManager();
        manager.setResourceLoader(resources);
        manager.setManagedTypes(types());
        List<String> mappings = properties().getMappingResources();
        if (!mappings.isEmpty()) {
            manager.setMappingResources(mappings.toArray(String[]::new));
        }
        // Annotations of a package are read where Hibernate finds it among the classes.
        manager.setPersistenceUnitPostProcessors(
                unit -> List.copyOf(unit.getManagedPackages()).forEach(unit::addManagedClassName));
        // One of persistence.xml may name a data source, and nothing is to be looked up for it.
        manager.setDataSourceLookup(name -> new UnusedDataSource());
        manager.afterPropertiesSet();
        return manager.obtainDefaultPersistenceUnitInfo();
    }

    /** What Hibernate is set to. */
    Map<String, Object> settings() {
        return new UnitSettings(beanFactory, environment, properties()).all();
    }

    private JpaProperties properties() {
        return Binder.get(environment).bindOrCreate("spring.jpa", JpaProperties.class);
    }

    private boolean exists(String resource) {
        return resources.getResource("classpath:" + resource).exists();
    }

    private PersistenceManagedTypes types() {
        PersistenceManagedTypes bean = beanFactory
                .getBeanProvider(PersistenceManagedTypes.class, false)
                .getIfUnique();
        if (bean != null) {
            return bean;
        }
        ManagedClassNameFilter filter =
                beanFactory.getBeanProvider(ManagedClassNameFilter.class, false).getIfUnique();
        return scanner(filter).scan(packages().toArray(String[]::new));
    }

    private PersistenceManagedTypesScanner scanner(@Nullable ManagedClassNameFilter filter) {
        return filter == null
                ? new PersistenceManagedTypesScanner(resources)
                : new PersistenceManagedTypesScanner(resources, filter);
    }

    private List<String> packages() {
        List<String> scanned = EntityScanPackages.get(beanFactory).getPackageNames();
        return scanned.isEmpty() && AutoConfigurationPackages.has(beanFactory)
                ? AutoConfigurationPackages.get(beanFactory)
                : scanned;
    }
}
