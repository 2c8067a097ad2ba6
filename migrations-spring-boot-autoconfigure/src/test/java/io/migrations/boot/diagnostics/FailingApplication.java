/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import static org.assertj.core.api.Assertions.assertThatException;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/** An application whose start fails, and the report it ends with. */
final class FailingApplication {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class})
    static class Application {}

    private static final String FOLDER = "db/scripts";

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Path root;
    private Class<?> configuration = Application.class;

    FailingApplication(TestDatabase database, Path root) {
        this.root = root;
        with(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(),
                "migrations.locations=classpath:db/scripts",
                "spring.main.log-startup-info=false");
    }

    FailingApplication with(String... more) {
        for (String property : more) {
            int equals = property.indexOf('=');
            properties.put(property.substring(0, equals), property.substring(equals + 1));
        }
        return this;
    }

    FailingApplication configuredBy(Class<?> other) {
        configuration = other;
        return this;
    }

    FailingApplication script(String name, String text) {
        try {
            Files.createDirectories(root.resolve(FOLDER).resolve(name).getParent());
            Files.writeString(root.resolve(FOLDER).resolve(name), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    FailingApplication without(String name) {
        try {
            Files.delete(root.resolve(FOLDER).resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    /** Starts, without failure, and stops. */
    FailingApplication start() {
        run();
        return this;
    }

    /** Starts, fails, and returns what the terminal shows below "Description:". */
    String report(CapturedOutput output) {
        int before = output.getAll().length();
        assertThatException().isThrownBy(this::run);
        String all = output.getAll().substring(before);
        String report = all.substring(all.lastIndexOf("Description:"));
        return report.strip();
    }

    private void run() {
        try (var scripts =
                new URLClassLoader(new URL[] {root.toUri().toURL()}, getClass().getClassLoader())) {
            new SpringApplicationBuilder(configuration)
                    .resourceLoader(new DefaultResourceLoader(scripts))
                    .web(WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .run(properties.entrySet().stream()
                            .map(property -> "--" + property.getKey() + "=" + property.getValue())
                            .toArray(String[]::new))
                    .close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
