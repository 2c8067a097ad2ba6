/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** {@link CommandRunListener} on the process of a {@link CommandInTest}, if one runs. */
final class InjectedRunListener implements SpringApplicationRunListener, Ordered {

    static final ThreadLocal<CommandProcess> PROCESS = new ThreadLocal<>();

    private final CommandRunListener actual;

    InjectedRunListener(SpringApplication application, String[] arguments) {
        actual = new CommandRunListener(Optional.ofNullable(PROCESS.get())
                .map(process -> new CommandStart(CommandInTest.read(arguments), process, application)));
    }

    @Override
    public int getOrder() {
        return actual.getOrder();
    }

    @Override
    public void starting(ConfigurableBootstrapContext bootstrapContext) {
        actual.starting(bootstrapContext);
    }

    @Override
    public void environmentPrepared(
            ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
        actual.environmentPrepared(bootstrapContext, environment);
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        actual.contextPrepared(context);
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        actual.failed(context, exception);
    }
}
