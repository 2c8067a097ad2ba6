/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.engine.Migrator;
import io.migrations.script.ScriptIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;

/**
 * {@link BeanFactoryInitializationAotProcessor} that writes down which scripts and revisions in Java the application's
 * classpath has, and lets a native image have them.
 */
final class ScriptIndexAotProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        boolean migrates = beanFactory.getBeanNamesForType(Migrator.class, true, false).length > 0;
        ClassLoader classLoader = beanFactory.getBeanClassLoader();
        if (!migrates || classLoader == null) {
            return null;
        }
        ScriptIndex index = index(beanFactory.getBean(Environment.class), classLoader);
        return (generationContext, code) -> write(index, generationContext);
    }

    private static ScriptIndex index(Environment environment, ClassLoader classLoader) {
        List<MigrationsProperties> all =
                new ArrayList<>(Instances.of(environment).byName().values());
        all.add(Binder.get(environment).bindOrCreate("migrations", MigrationsProperties.class));
        return ScriptIndex.of(
                all.stream().flatMap(one -> one.locations().stream()).toList(),
                all.stream()
                        .flatMap(one -> one.packages().stream())
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList(),
                classLoader);
    }

    private static void write(ScriptIndex index, GenerationContext context) {
        context.getGeneratedFiles()
                .addResourceFile(
                        ScriptIndex.LOCATION, new ByteArrayResource(index.text().getBytes(StandardCharsets.UTF_8)));
        var hints = context.getRuntimeHints();
        hints.resources().registerPattern(ScriptIndex.LOCATION);
        index.scripts().forEach(hints.resources()::registerPattern);
        for (String revision : index.revisions()) {
            hints.reflection().registerType(TypeReference.of(revision), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
            // Which line of its source fails is read from the class file.
            hints.resources().registerPattern(revision.replace('.', '/') + ".class");
        }
    }
}
