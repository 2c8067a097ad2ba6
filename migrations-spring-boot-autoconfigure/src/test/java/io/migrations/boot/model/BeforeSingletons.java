/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Asks an application at the time when a command would: all beans are defined, and none is there. */
public final class BeforeSingletons {

    private BeforeSingletons() {}

    public static <T> T get(ApplicationContextRunner runner, Function<ListableBeanFactory, T> question) {
        var answer = new AtomicReference<T>();
        BeanFactoryInitializer<ListableBeanFactory> initializer = beans -> {
            answer.set(question.apply(beans));
            throw new IllegalStateException("answered");
        };
        runner.withInitializer(context -> context.getBeanFactory().registerSingleton("question", initializer))
                .run(context -> assertThat(context).getFailure().hasMessage("answered"));
        return answer.get();
    }
}
