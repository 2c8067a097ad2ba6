/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.MigrationsInitializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** {@link BeanDefinitionRegistryPostProcessor} that lets a {@link CopyInPlace} have the beans of a context. */
final class CopyRegistrar implements BeanDefinitionRegistryPostProcessor {

    private static final String NAME = "migratedDatabase";

    private final ConfigurableEnvironment environment;
    private final CopiedUrls urls = new CopiedUrls();

    CopyRegistrar(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Before any condition is asked, and after everybody else who says what the test's properties are. */
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.test.database.replace", "none");
        String application = environment.getProperty("spring.datasource.url");
        if (application != null) {
            properties.put("spring.datasource.url", urls.replace(application));
        }
        String migrations = environment.getProperty("migrations.url");
        if (migrations != null) {
            properties.put("migrations.url", urls.replaceByName(migrations));
        }
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, properties));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(MigrationsInitializer.class, true, false).length == 0) {
            throw new NotReplacedException(List.of());
        }
        var copy = new CopyInPlace(
                urls,
                environment.getProperty("migrations.scratch.server-wide", Boolean.class, false),
                beanFactory.getBeanProvider(JdbcConnectionDetails.class));
        beanFactory.addBeanPostProcessor(copy);
        // What is registered first goes last: no pool then has a connection to it any more.
        ((DefaultSingletonBeanRegistry) beanFactory).registerDisposableBean(NAME, copy::drop);
    }
}
