/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.boot.CommandMode;
import io.migrations.command.Invocation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** A start of the application for the sake of a command, from its arguments to the end of the process. */
final class CommandStart {

    private static final String PROPERTY_SOURCE = "migrationsCommand";

    private final CommandArguments arguments;
    private final CommandProcess process;
    private final SpringApplication springApplication;
    private final ContextHierarchy hierarchy = ContextHierarchy.ofThisStart();
    private @Nullable Invocation invocation;
    private @Nullable ConfigurableEnvironment environment;

    CommandStart(CommandArguments arguments, CommandProcess process, SpringApplication springApplication) {
        this.arguments = arguments;
        this.process = process;
        this.springApplication = springApplication;
    }

    /** Ends the process here, before there is anything of an application, if help was asked for or a mistake made. */
    void readArguments() {
        Invocation read = Invocation.parse(arguments.command(), process.terminal());
        read.answered().ifPresent(process::exit);
        invocation = read;
    }

    /** Says that a command runs, and keeps its arguments from being properties of the application. */
    void prepare(ConfigurableEnvironment prepared) {
        environment = prepared;
        MutablePropertySources sources = prepared.getPropertySources();
        if (sources.contains(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)) {
            sources.replace(
                    CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
                    new SimpleCommandLinePropertySource(arguments.application().toArray(String[]::new)));
        }
        sources.addFirst(new MapPropertySource(PROPERTY_SOURCE, Map.of(CommandMode.PROPERTY, true)));
    }

    /** Puts the command before what the application does when it starts. */
    void prepare(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .registerSingleton(
                        CommandInitializer.class.getName(),
                        new CommandInitializer(context, hierarchy, read(), process));
    }

    /**
     * Explains why the application cannot start, and ends the process, which threads of a half-started one might keep.
     * The explanation is Boot's own, but this comes before Boot would print it.
     */
    void fail(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        if (exception instanceof AbandonedRunException || invocation == null) {
            return;
        }
        var diagnostics = context == null
                ? Diagnostics.withoutContext(springApplication.getClassLoader(), environment)
                : Diagnostics.of(context);
        process.exit(read().fail(exception, new FailedApplication(exception, diagnostics)));
    }

    private Invocation read() {
        return Objects.requireNonNull(invocation, "the arguments are read first");
    }
}
