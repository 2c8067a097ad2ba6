/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Value;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What generators say of their columns: that of a {@code @CreationTimestamp} is never null. Hibernate makes them when it
 * builds a session factory, which is more than a mapping.
 */
final class GeneratedValues {

    private GeneratedValues() {}

    static void apply(MetadataImplementor metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            apply(entity.getProperties(), entity, metadata.getDatabase());
        }
    }

    private static void apply(Iterable<Property> properties, PersistentClass entity, Database database) {
        for (Property property : properties) {
            GeneratorCreator creator = property.getValueGeneratorCreator();
            if (creator != null) {
                creator.createGenerator(new Context(database, entity, property));
            }
            if (property.getValue() instanceof Component component) {
                apply(component.getProperties(), entity, database);
            }
        }
    }

    private record Context(Database getDatabase, PersistentClass getPersistentClass, Property getProperty)
            implements GeneratorCreationContext {

        @Override
        public ServiceRegistry getServiceRegistry() {
            return getDatabase.getServiceRegistry();
        }

        @Override
        public @Nullable String getDefaultCatalog() {
            return null;
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return null;
        }

        @Override
        public RootClass getRootClass() {
            return getPersistentClass.getRootClass();
        }

        @Override
        public Value getValue() {
            return getProperty.getValue();
        }
    }
}
