/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import io.migrations.boot.model.EntityModel;
import org.hibernate.boot.Metadata;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/** Auto-configuration of the {@link EntityModel} of JPA entities. */
@AutoConfiguration
@ConditionalOnClass({Metadata.class, HibernateProperties.class, PersistenceManagedTypes.class})
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
public final class JpaModelAutoConfiguration {

    @Bean
    EntityModel jpaEntityModel(
            ConfigurableListableBeanFactory beanFactory, ResourceLoader resources, Environment environment) {
        return new JpaEntities(new PersistenceUnit(beanFactory, resources, environment));
    }
}
