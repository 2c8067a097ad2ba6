/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.command.Terminal;
import io.migrations.test.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A command that runs in the test's JVM, and what came of it. */
record CommandInTest(int exitCode, String out, String err) {

    static CommandInTest run(Class<?> application, TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--spring.datasource.url=" + database.url());
        all.add("--spring.datasource.username=" + database.username());
        all.add("--spring.datasource.password=" + database.password());
        return run(application, all.toArray(String[]::new));
    }

    static CommandInTest run(Class<?> application, String... arguments) {
        return run(new SpringApplicationBuilder(application), arguments);
    }

    static CommandInTest run(SpringApplicationBuilder application, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCodes = new ArrayList<Integer>();
        var terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        InjectedRunListener.PROCESS.set(new CommandProcess(terminal, code -> {
            exitCodes.add(code);
            // What stands for the end of the process: nothing of the application runs after it.
            throw new AbandonedRunException();
        }));
        try {
            application.registerShutdownHook(false).run(arguments);
        } catch (RuntimeException exception) {
            if (exitCodes.isEmpty()) {
                throw exception;
            }
        } finally {
            InjectedRunListener.PROCESS.remove();
        }
        assertThat(exitCodes).as("ends of the process").hasSize(1);
        return new CommandInTest(
                exitCodes.get(0), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Without the name {@code migrations}, which would make this a command for the real listener. */
    static CommandArguments read(String[] arguments) {
        return CommandArguments.of(Stream.concat(Stream.of("migrations"), Stream.of(arguments))
                        .toArray(String[]::new))
                .orElseThrow();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
