/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** What Hibernate is set to in the application, without what would have it use the database. */
record UnitSettings(ConfigurableListableBeanFactory beanFactory, Environment environment, JpaProperties properties) {

    /** The oldest version that is supported: what Hibernate writes for it, any server takes. */
    private static final String MAJOR_VERSION = "14";

    /** What would read or write a database, run a script of data, or start what is not needed for a mapping. */
    private static final List<String> REMOVED = List.of(
            AvailableSettings.HBM2DDL_AUTO,
            "hibernate.hbm2ddl.import_files",
            AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION,
            AvailableSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION,
            AvailableSettings.JAKARTA_HBM2DDL_CREATE_SOURCE,
            AvailableSettings.JAKARTA_HBM2DDL_CREATE_SCRIPT_SOURCE,
            AvailableSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE,
            AvailableSettings.JAKARTA_JTA_DATASOURCE,
            "hibernate.connection.datasource",
            AvailableSettings.CONNECTION_PROVIDER,
            AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER,
            AvailableSettings.CACHE_REGION_FACTORY);

    Map<String, Object> all() {
        var vendor = new HibernateJpaVendorAdapter();
        vendor.setDatabasePlatform(properties.getDatabasePlatform());
        if (properties.getDatabase() != null) {
            vendor.setDatabase(properties.getDatabase());
        }
        Map<String, Object> settings = new HashMap<>(vendor.getJpaPropertyMap());
        settings.putAll(Binder.get(environment)
                .bindOrCreate("spring.jpa.hibernate", HibernateProperties.class)
                .determineHibernateProperties(
                        properties.getProperties(),
                        new HibernateSettings()
                                .ddlAuto(() -> "none")
                                .hibernatePropertiesCustomizers(beans(HibernatePropertiesCustomizer.class))));
        putUnique(settings, AvailableSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategy.class);
        putUnique(settings, AvailableSettings.IMPLICIT_NAMING_STRATEGY, ImplicitNamingStrategy.class);
        REMOVED.forEach(settings::remove);
        settings.putIfAbsent(AvailableSettings.BEAN_CONTAINER, new PlainBeanContainer(beanFactory));
        settings.putIfAbsent(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
        settings.putIfAbsent(AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, MAJOR_VERSION);
        settings.putIfAbsent(AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, "0");
        settings.put(AvailableSettings.ALLOW_METADATA_ON_BOOT, false);
        settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(AvailableSettings.USE_QUERY_CACHE, false);
        // Without any, Hibernate warns that it has none.
        settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, new UnusedDataSource());
        // An import.sql at the root of the classpath is data.
        settings.put(AvailableSettings.HBM2DDL_SKIP_DEFAULT_IMPORT_FILE, true);
        return settings;
    }

    private void putUnique(Map<String, Object> settings, String name, Class<?> type) {
        Object bean = beanFactory.getBeanProvider(type, false).getIfUnique();
        if (bean != null) {
            settings.put(name, bean);
        }
    }

    private <T> List<T> beans(Class<T> type) {
        return beanFactory.getBeanProvider(type, false).orderedStream().toList();
    }
}
