/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.Migrators;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/** {@link BeanRegistrar} of a {@link Migrator} for each of the {@link Instances}, also those that only a start from AOT has. */
final class InstancesRegistrar implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Instances.of(environment).byName().forEach((name, properties) -> {
            registry.registerBean(
                    Migrators.beanNameOf(name),
                    Migrator.class,
                    bean -> bean.supplier(
                            context -> context.bean(MigratorAssembly.class).instance(name, properties)));
            registry.registerBean(
                    ScratchSources.beanNameOf(name),
                    ScratchSource.class,
                    bean -> bean.supplier(context -> new ScratchChoice(
                            properties.scratch(),
                            only(() -> context.bean(Migrators.beanNameOf(name), Migrator.class)),
                            context.beanProvider(JdbcConnectionDetails.class))));
        });
    }

    private static ObjectProvider<Migrator> only(Supplier<Migrator> migrator) {
        return new ObjectProvider<>() {

            @Override
            public Migrator getObject() {
                return migrator.get();
            }
        };
    }
}
