/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** What becomes of the application's database in a test's context. Two tests that want the same may share a context. */
enum TestedDatabase implements ContextCustomizer {
    COPIED,
    LEFT_ALONE;

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        BeanDefinitionRegistryPostProcessor registrar = switch (this) {
            case COPIED -> new CopyRegistrar(context.getEnvironment());
            case LEFT_ALONE -> new StartlessRegistrar(context.getEnvironment());
        };
        context.addBeanFactoryPostProcessor(registrar);
    }
}
