/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** {@link ContextCustomizerFactory} for classes with {@link MigratedDatabase} or with a {@link MigrationTest}. */
final class TestedDatabaseFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        if (TestContextAnnotationUtils.hasAnnotation(testClass, MigratedDatabase.class)) {
            return TestedDatabase.COPIED;
        }
        return hasMigrationTest(testClass) ? TestedDatabase.LEFT_ALONE : null;
    }

    private static boolean hasMigrationTest(Class<?> testClass) {
        MetadataLookup<Boolean> annotated =
                method -> AnnotatedElementUtils.hasAnnotation(method, MigrationTest.class) ? true : null;
        return !MethodIntrospector.selectMethods(testClass, annotated).isEmpty();
    }
}
