/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import java.util.Arrays;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.hibernate.SpringBeanContainer;

/**
 * {@link BeanContainer} for what a mapping needs, such as converters. It makes them by their constructor where that takes
 * nothing: what Spring would inject may need the database, and their types are all that matters.
 */
final class PlainBeanContainer implements BeanContainer {

    private final SpringBeanContainer spring;

    PlainBeanContainer(ConfigurableListableBeanFactory beanFactory) {
        spring = new SpringBeanContainer(beanFactory);
    }

    @Override
    public <B> ContainedBean<B> getBean(Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        return isPlain(type)
                ? new Plain<>(type, fallback.produceBeanInstance(type))
                : spring.getBean(type, options, fallback);
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
        return isPlain(type)
                ? new Plain<>(type, fallback.produceBeanInstance(name, type))
                : spring.getBean(name, type, options, fallback);
    }

    @Override
    public void stop() {
        spring.stop();
    }

    private static boolean isPlain(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    private record Plain<B>(Class<B> getBeanClass, B getBeanInstance) implements ContainedBean<B> {}
}
