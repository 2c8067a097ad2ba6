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

/**
 * {@link SpringApplicationRunListener} that makes a start with {@code migrations} as its first argument a
 * {@link CommandStart}, and leaves all others alone. It is first, so that nothing has been done for arguments that make
 * no sense.
 */
final class CommandRunListener implements SpringApplicationRunListener, Ordered {

    private final @Nullable CommandStart start;

    /** For spring.factories, which tells it from the other one by its being public. */
    public CommandRunListener(SpringApplication application, String[] arguments) {
        this(CommandArguments.of(arguments)
                .map(command -> new CommandStart(command, CommandProcess.ofThisJvm(), application)));
    }

    CommandRunListener(Optional<CommandStart> start) {
        this.start = start.orElse(null);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void starting(ConfigurableBootstrapContext bootstrapContext) {
        if (start != null) {
            start.readArguments();
        }
    }

    @Override
    public void environmentPrepared(
            ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
        if (start != null) {
            start.prepare(environment);
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        if (start != null) {
            start.prepare(context);
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        if (start != null) {
            start.fail(context, exception);
        }
    }
}
