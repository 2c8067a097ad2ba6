/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.boot.ModelSource;
import io.migrations.boot.model.ApplyModel;
import io.migrations.boot.model.BeforeSingletons;
import io.migrations.boot.model.EntityModel;
import io.migrations.boot.model.NoDatabase;
import io.migrations.boot.model.jpa.clinic.Clinic;
import io.migrations.comparison.InvalidSchemaModelException;
import io.migrations.comparison.SchemaModel;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@DatabaseTest
class JpaModelTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JpaModelAutoConfiguration.class));

    private final ApplicationContextRunner application = runner.withConfiguration(
                    AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
            .withUserConfiguration(NoDatabase.class, Clinic.class);

    @Test
    void makesWhatHibernateWouldCreate(TestDatabase wanted) {
        ApplyModel.to(wanted, BeforeSingletons.get(application, beans -> model(beans.getBean(EntityModel.class))));

        try (TestDatabase created = TestDatabase.create()) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
                    .withUserConfiguration(Clinic.class)
                    .withPropertyValues(
                            "spring.datasource.url=" + created.url(),
                            "spring.datasource.username=" + created.username(),
                            "spring.datasource.password=" + created.password(),
                            "spring.jpa.hibernate.ddl-auto=create",
                            "spring.jpa.properties.jakarta.persistence.create-database-schemas=true")
                    .run(context -> {
                        assertThat(context).hasSingleBean(EntityManagerFactory.class);
                        assertThat(Catalog.of(wanted.jdbc()).lines())
                                .hasSizeGreaterThan(80)
                                .containsExactlyElementsOf(
                                        Catalog.of(created.jdbc()).lines());
                    });
        }
    }

    private static SchemaModel model(EntityModel entities) {
        SchemaModel model = entities.find().orElseThrow();
        assertThat(model.name()).isEqualTo("the JPA entities");
        assertThat(model.isComplete()).isFalse();
        assertThat(entities.source()).isEqualTo(ModelSource.JPA);
        return model;
    }

    @Test
    void hibernateIsSetAsInTheApplication() {
        String sql = BeforeSingletons.get(
                        application
                                .withUserConfiguration(Customized.class)
                                .withPropertyValues(
                                        "spring.jpa.properties.hibernate.default_schema=clinic",
                                        "spring.jpa.hibernate.naming.physical-strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl",
                                        "spring.jpa.properties.hibernate.validator.apply_to_ddl=false"),
                        beans -> beans.getBean(EntityModel.class).find().orElseThrow())
                .statements()
                .stream()
                .map(statement -> statement.statement().text() + ";\n")
                .collect(Collectors.joining());

        assertThat(sql)
                .contains("create schema if not exists \"clinic\"", "\"clinic\".\"owners\"", "\"birthDate\"")
                .doesNotContain("\"firstName\" varchar(40)", "insert");
    }

    @Test
    void isEmptyWithoutEntities() {
        runner.run(
                context -> assertThat(context.getBean(EntityModel.class).find()).isEmpty());
    }

    @Test
    void findsTheEntitiesOfAMappingFile() {
        runner.withPropertyValues("spring.jpa.mapping-resources=model/orm.xml")
                .run(context -> assertThat(context.getBean(EntityModel.class)
                                .find()
                                .orElseThrow()
                                .statements())
                        .singleElement()
                        .satisfies(statement ->
                                assertThat(statement.statement().text()).contains("create table room")));
    }

    @Test
    void aMappingThatMakesNoSenseIsAFault() {
        runner.withPropertyValues("spring.jpa.mapping-resources=model/broken-orm.xml")
                .run(context -> assertThatExceptionOfType(InvalidSchemaModelException.class)
                        .isThrownBy(() -> context.getBean(EntityModel.class).find())
                        .satisfies(fault -> assertThat(fault.model()).isEqualTo("the JPA entities"))
                        .withMessageContaining("NoSuchRoom")
                        .withMessageContaining("Correct the mapping"));
    }

    @Test
    void backsOffWithoutHibernate() {
        runner.withClassLoader(new FilteredClassLoader(Metadata.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EntityModel.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Customized {

        @Bean
        HibernatePropertiesCustomizer quoted() {
            return properties -> properties.put("hibernate.globally_quoted_identifiers", "true");
        }
    }
}
