/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.boot.ModelSource;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.comparison.ModelStatement;
import io.migrations.comparison.SchemaModel;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.SchemaObject;
import io.migrations.schema.SchemaObjectFilter;
import io.migrations.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SchemaModelChoiceTests {

    private static final String SCRIPT = "migrations.model.schema=classpath:order/schema.sql";

    private final ApplicationContextRunner runner = new ApplicationContextRunner();

    private static SchemaModelChoice choice(ApplicationContext context) {
        return new SchemaModelChoice(
                Binder.get(context.getEnvironment()).bindOrCreate("migrations", MigrationsProperties.class),
                context,
                SchemaModelChoiceTests.class.getClassLoader());
    }

    private static String chosen(ApplicationContext context) {
        return choice(context).model().map(SchemaModel::name).orElse("nothing");
    }

    @Test
    void nothingSaysAnythingByDefault() {
        runner.run(context -> assertThat(chosen(context)).isEqualTo("nothing"));
    }

    @Test
    void theScriptComesBeforeTheEntitiesOfJpaAndThoseBeforeTheOthers() {
        runner.withUserConfiguration(BothKinds.class)
                .run(context -> assertThat(chosen(context)).isEqualTo("JPA"));
        runner.withUserConfiguration(BothKinds.class).withPropertyValues(SCRIPT).run(context -> {
            assertThat(chosen(context)).isEqualTo("classpath:order/schema.sql");
            assertThat(choice(context).model().orElseThrow().statements())
                    .first()
                    .extracting(ModelStatement::place)
                    .isEqualTo("classpath:order/schema.sql:1:1");
        });
    }

    @Test
    void thePropertySaysWhich() {
        ApplicationContextRunner all =
                runner.withUserConfiguration(BothKinds.class).withPropertyValues(SCRIPT);

        all.withPropertyValues("migrations.model.source=jpa")
                .run(context -> assertThat(chosen(context)).isEqualTo("JPA"));
        all.withPropertyValues("migrations.model.source=spring-data-jdbc")
                .run(context -> assertThat(chosen(context)).isEqualTo("SPRING_DATA_JDBC"));
        all.withPropertyValues("migrations.model.source=none")
                .run(context -> assertThat(chosen(context)).isEqualTo("nothing"));
    }

    @Test
    void aSourceThatIsNotThereIsAFault() {
        for (String source : List.of("script", "jpa", "spring-data-jdbc")) {
            runner.withPropertyValues("migrations.model.source=" + source)
                    .run(context -> assertThatExceptionOfType(FailureAnalyzedException.class)
                            .isThrownBy(() -> choice(context).model())
                            .satisfies(fault -> assertThat(fault.analysis().getDescription())
                                    .startsWith("'migrations.model.source' is '" + source + "', but ")));
        }
    }

    @Test
    void aBeanOfTheApplicationWins() {
        runner.withUserConfiguration(BothKinds.class, Own.class)
                .withPropertyValues(SCRIPT)
                .run(context -> assertThat(chosen(context)).isEqualTo("mine"));
        runner.withUserConfiguration(Own.class, Second.class)
                .run(context -> assertThatExceptionOfType(FailureAnalyzedException.class)
                        .isThrownBy(() -> choice(context).model())
                        .satisfies(fault ->
                                assertThat(fault.analysis().getDescription()).contains("own", "second")));
    }

    @Test
    void patternsAndBeansFilter() {
        runner.withUserConfiguration(Second.class)
                .withPropertyValues("migrations.model.exclude=public.audit_*,view:*")
                .run(context -> {
                    var objects = new TreeMap<ObjectKey, SchemaObject>();
                    for (ObjectKey key : List.of(
                            ObjectKey.in("public", SchemaKind.TABLE, "orders"),
                            ObjectKey.in("public", SchemaKind.TABLE, "audit_log"),
                            ObjectKey.in("public", SchemaKind.TABLE, "temporary"),
                            ObjectKey.in("public", SchemaKind.VIEW, "v"))) {
                        objects.put(key, new SchemaObject(key, 0, new TreeMap<>(), new TreeMap<>()));
                    }
                    var snapshot = new Snapshot(objects, Set.of(), Set.of(), 18, List.of());
                    assertThat(choice(context)
                                    .filter()
                                    .apply(snapshot)
                                    .objects()
                                    .keySet())
                            .extracting(ObjectKey::name)
                            .containsExactly("orders");
                });
        runner.withPropertyValues("migrations.model.include=veiw:*")
                .run(context -> assertThatExceptionOfType(RuntimeException.class)
                        .isThrownBy(() -> choice(context))
                        .havingRootCause()
                        .isInstanceOfSatisfying(
                                InvalidConfigurationPropertyValueException.class,
                                fault -> assertThat(fault.getName()).isEqualTo("migrations.model.include")));
    }

    private record Known(ModelSource source) implements EntityModel {

        @Override
        public Optional<SchemaModel> find() {
            return Optional.of(SchemaModel.of(source.name(), false, List.of()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BothKinds {

        @Bean
        EntityModel jdbc() {
            return new Known(ModelSource.SPRING_DATA_JDBC);
        }

        @Bean
        EntityModel jpa() {
            return new Known(ModelSource.JPA);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {

        @Bean
        SchemaModel own() {
            return SchemaModel.of("mine", true, List.of("CREATE TABLE t ()"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Second {

        @Bean
        SchemaModel second() {
            return SchemaModel.of("second", true, List.of());
        }

        @Bean
        SchemaObjectFilter notTemporary() {
            return key -> !key.name().equals("temporary");
        }
    }
}
