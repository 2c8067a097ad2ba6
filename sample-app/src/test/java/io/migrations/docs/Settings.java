/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.boot.autoconfigure.MigrationsProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** A configuration that a page shows, read as the application reads it. */
record Settings(MockEnvironment environment) {

    /** A file of {@code docs} in the test resources. */
    static Settings of(String file) {
        var environment = new MockEnvironment();
        for (PropertySourceLoader loader :
                List.of(new PropertiesPropertySourceLoader(), new YamlPropertySourceLoader())) {
            if (List.of(loader.getFileExtensions()).contains(file.substring(file.lastIndexOf('.') + 1))) {
                try {
                    loader.load(file, new ClassPathResource("docs/" + file))
                            .forEach(environment.getPropertySources()::addFirst);
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            }
        }
        return new Settings(environment);
    }

    /** What it means; a property that there is not is an error. */
    MigrationsProperties properties() {
        return Binder.get(environment)
                .bind(
                        "migrations",
                        Bindable.of(MigrationsProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }
}
